package dev.ecrbot.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.ecrbot.doctor.Examined;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at the app as it is installed: its tokens, its scopes, and the clock beside Slack's. */
final class AppCheckup {
    /** What the manifest asks for. */
    private static final Set<String> NEEDED =
            Set.of("commands", "chat:write", "files:write", "im:write", "users:read", "usergroups:read");

    private static final Duration MOST_APART = Duration.ofMinutes(1);
    private static final String TOKEN = "slack.token";
    private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    private static final String APP_TOKEN = "SLACK_APP_TOKEN";

    private final Web web;
    private final Clock clock;

    AppCheckup(Web web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** What was found, and where the bot is at home; empty if that can't be known. */
    record App(List<Examined> found, Optional<Identity> home) {}

    App look(Optional<String> appToken) {
        var found = new ArrayList<Examined>();
        Reply<AuthTestResponse> reply = web.whoAmI();
        Optional<Identity> home = reply.done().flatMap(Identity::of);
        home.ifPresentOrElse(
                identity -> found.add(Examined.fine(TOKEN, BOT_TOKEN, AppWords.tokenTaken(identity.url()))),
                () -> found.add(refused(TOKEN, BOT_TOKEN, reply.why())));
        reply.done().ifPresent(answer -> {
            found.add(scopes(header(answer, "x-oauth-scopes")));
            header(answer, "date").flatMap(AppCheckup::time).ifPresent(time -> found.add(time(time)));
        });
        appToken.ifPresent(token -> found.add(socket(token)));
        return new App(List.copyOf(found), home);
    }

    private Examined socket(String token) {
        Reply<?> reply = web.socket(token);
        return reply.done().isPresent()
                ? Examined.fine("slack.socket", APP_TOKEN, AppWords.socketGiven())
                : refused("slack.socket", APP_TOKEN, reply.why());
    }

    private static Examined refused(String check, String token, String why) {
        if (SlackErrors.mendable(why)) {
            return Examined.wrong(
                    check,
                    token,
                    AppWords.tokenRefused(why),
                    token.equals(BOT_TOKEN) ? AppWords.putInBotToken() : AppWords.putInAppToken());
        }
        return Examined.wrong(
                check, token, AppWords.strangeAnswer(why.isBlank() ? AppWords.noTeam() : why), AppWords.checkTheWay());
    }

    private static Examined scopes(Optional<String> header) {
        if (header.isEmpty()) {
            return Examined.unchecked("slack.scopes", "scopes", AppWords.scopesUntold(), AppWords.compareScopes());
        }
        Set<String> granted =
                Arrays.stream(header.get().split(",")).map(String::strip).collect(Collectors.toSet());
        var missing = new TreeSet<>(NEEDED);
        missing.removeAll(granted);
        return missing.isEmpty()
                ? Examined.fine("slack.scopes", "scopes", AppWords.scopesThere())
                : Examined.wrong(
                        "slack.scopes",
                        "scopes",
                        AppWords.scopesMissing(String.join(", ", missing)),
                        AppWords.pasteManifest());
    }

    /** Slack's deliveries are signed with its time, and refused when they are older than five minutes. */
    private Examined time(Instant slack) {
        Duration apart = Duration.between(slack, clock.instant());
        return apart.abs().compareTo(MOST_APART) <= 0
                ? Examined.fine("clock", "clock", AppWords.clockGoes())
                : Examined.wrong(
                        "clock",
                        "clock",
                        apart.isNegative()
                                ? AppWords.clockIsBehind(apart.abs().toSeconds())
                                : AppWords.clockIsAhead(apart.toSeconds()),
                        AppWords.setTheClock());
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(AuthTestResponse answer, String name) {
        return Optional.ofNullable(answer.getHttpResponseHeaders()).stream()
                .map(Map::entrySet)
                .flatMap(Set::stream)
                .filter(each -> name.equalsIgnoreCase(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .findFirst();
    }
}
