package dev.ecrbot.slack.web;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Rule;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at Slack as the bot will meet it; posts nothing. */
public final class SlackCheckup {
    private static final String CHECK = "slack.people";

    private final URI apiUrl;
    private final String botToken;
    private final Optional<String> appToken;
    private final Clock clock;

    /** @param appToken empty in HTTP mode */
    public SlackCheckup(URI apiUrl, String botToken, Optional<String> appToken, Clock clock) {
        this.apiUrl = apiUrl;
        this.botToken = botToken;
        this.appToken = appToken;
        this.clock = clock;
    }

    /** Returns what there is to see of the app, and of all channels, people and groups that the configuration names. */
    public List<Examined> look(BotConfig config) {
        List<Rule> rules = config.rules().all();
        try (var clients = new SlackClients(apiUrl, botToken)) {
            Web web = clients.web();
            var app = new AppCheckup(web, clock).look(appToken);
            var found = new ArrayList<>(app.found());
            if (app.home().isEmpty()) {
                found.add(Examined.unchecked(
                        CHECK, CheckupWords.places(), CheckupWords.tokenNotTaken(), CheckupWords.mendToken()));
                return found;
            }
            var channels = new ChannelCheckup(web);
            var ids = new TreeSet<>(rules.stream().map(Rule::channel).toList());
            rules.forEach(
                    rule -> rule.approvers().glass().map(BreakGlass::channel).ifPresent(ids::add));
            config.slack().fallbackChannel().ifPresent(ids::add);
            config.admins().flatMap(Admins::channel).ifPresent(ids::add);
            ids.forEach(id -> found.add(channels.look(id)));
            var users = new TreeSet<String>();
            var groups = new TreeSet<String>();
            Stream.concat(rules.stream().flatMap(SlackCheckup::named), config.admins().map(Admins::who).stream())
                    .forEach(people -> {
                        users.addAll(people.users());
                        groups.addAll(people.groups());
                    });
            found.addAll(new PeopleCheckup(web, app.home().get()).look(users, groups));
            found.addAll(new EscalationCheckup(web).look(rules));
            found.addAll(new MessageCheckup(web, ConfiguredNames.in(config)).look());
            return found;
        }
    }

    private static Stream<People> named(Rule rule) {
        return Stream.of(
                        Stream.of(
                                rule.requesters(),
                                rule.approvers().people(),
                                rule.handling().viewers()),
                        rule.handling().informed().stream(),
                        rule.approvers().glass().map(BreakGlass::people).stream())
                .flatMap(each -> each);
    }
}
