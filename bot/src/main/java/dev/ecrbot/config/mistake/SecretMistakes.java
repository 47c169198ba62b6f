package dev.ecrbot.config.mistake;

/** What is wrong with what comes from the environment. */
public final class SecretMistakes {
    private SecretMistakes() {}

    /** @param why who needs it, in words of this class */
    public static String missing(String why) {
        return "is missing or blank in the environment. " + why;
    }

    public static String ofSocketMode() {
        return "Socket mode needs it.";
    }

    public static String ofHttpMode() {
        return "HTTP mode needs it.";
    }

    public static String always() {
        return "The bot always needs it.";
    }

    public static String ofAudit() {
        return "The audit trail is signed with it.";
    }

    public static String ofPostgres() {
        return "PostgreSQL needs it.";
    }

    public static String tooShort(int shortest) {
        return "has fewer than " + shortest + " characters: make a long random one";
    }

    public static String otherToken(String prefix) {
        return "holds a token that begins with " + prefix
                + ": SLACK_BOT_TOKEN takes the one with xoxb-, SLACK_APP_TOKEN the one with xapp-";
    }
}
