package dev.ecrbot.config;

import dev.ecrbot.config.mistake.SecretMistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must not stand in a file: it comes from the environment and is never printed.
 *
 * @param slackAppToken present in socket mode
 * @param slackSigningSecret present in HTTP mode
 * @param storeUser present for PostgreSQL
 * @param storePassword present for PostgreSQL
 * @param auditSecret present where the audit trail is handed on
 */
public record Secrets(
        String slackBotToken,
        Optional<String> slackAppToken,
        Optional<String> slackSigningSecret,
        Optional<String> storeUser,
        Optional<String> storePassword,
        Optional<String> auditSecret) {

    private static final int SHORTEST_SECRET = 16;

    /** Reads what this configuration needs; whatever is missing or blank is a mistake of its name. */
    public static Reading<Secrets> read(Map<String, String> environment, BotConfig config) {
        var mistakes = new ArrayList<Mistake>();
        var needed = new Needed(environment, mistakes);
        boolean socket = config.slack().mode() == Mode.SOCKET;
        String mode = socket ? SecretMistakes.ofSocketMode() : SecretMistakes.ofHttpMode();
        String botToken = needed.token("SLACK_BOT_TOKEN", "xapp-", SecretMistakes.always());
        var secrets = new Secrets(
                botToken,
                socket ? Optional.of(needed.token("SLACK_APP_TOKEN", "xoxb-", mode)) : Optional.empty(),
                socket ? Optional.empty() : Optional.of(needed.trimmed("SLACK_SIGNING_SECRET", mode)),
                config.store().postgres() ? Optional.of(needed.exact("STORE_USER")) : Optional.empty(),
                config.store().postgres() ? Optional.of(needed.exact("STORE_PASSWORD")) : Optional.empty(),
                config.audit().map(audit -> needed.secret("AUDIT_WEBHOOK_SECRET", SecretMistakes.ofAudit())));
        return mistakes.isEmpty() ? new Reading.Valid<>(secrets) : new Reading.Invalid<>(mistakes);
    }

    /** Reads what the store alone needs; empty where it needs nothing. */
    public static Reading<Optional<Store>> readStore(Map<String, String> environment, BotConfig config) {
        if (!config.store().postgres()) {
            return new Reading.Valid<>(Optional.empty());
        }
        var mistakes = new ArrayList<Mistake>();
        var needed = new Needed(environment, mistakes);
        var store = new Store(needed.exact("STORE_USER"), needed.exact("STORE_PASSWORD"));
        return mistakes.isEmpty() ? new Reading.Valid<>(Optional.of(store)) : new Reading.Invalid<>(mistakes);
    }

    /** Who the database knows. */
    public record Store(String user, String password) {
        @Override
        public String toString() {
            return "Store[***]";
        }
    }

    /** Says which there are, and nothing else. */
    @Override
    public String toString() {
        return "Secrets[slackBotToken=***, slackAppToken=" + hidden(slackAppToken) + ", slackSigningSecret="
                + hidden(slackSigningSecret) + ", storeUser=" + hidden(storeUser) + ", storePassword="
                + hidden(storePassword) + ", auditSecret=" + hidden(auditSecret) + "]";
    }

    private static String hidden(Optional<String> secret) {
        return secret.isPresent() ? "***" : "none";
    }

    private record Needed(Map<String, String> environment, List<Mistake> mistakes) {

        String exact(String name) {
            return value(name, SecretMistakes.ofPostgres());
        }

        /** Files that secrets are kept in often end with a newline, which would break every request. */
        String trimmed(String name, String why) {
            return value(name, why).strip();
        }

        /** One that could be guessed would prove nothing. */
        String secret(String name, String why) {
            String secret = trimmed(name, why);
            if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
                mistakes.add(new Mistake(name, 0, SecretMistakes.tooShort(SHORTEST_SECRET)));
            }
            return secret;
        }

        String token(String name, String ofTheOther, String why) {
            String token = trimmed(name, why);
            if (token.startsWith(ofTheOther)) {
                mistakes.add(new Mistake(name, 0, SecretMistakes.otherToken(ofTheOther)));
            }
            return token;
        }

        private String value(String name, String why) {
            String value = environment.getOrDefault(name, "");
            if (value.isBlank()) {
                mistakes.add(new Mistake(name, 0, SecretMistakes.missing(why)));
            }
            return value;
        }
    }
}
