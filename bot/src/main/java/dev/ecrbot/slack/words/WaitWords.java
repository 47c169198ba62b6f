package dev.ecrbot.slack.words;

/** What people are told while their answer takes a while. It stays above the answer, so it has to be true afterwards, too. */
public final class WaitWords {
    private WaitWords() {}

    public static String looking() {
        return "This takes a moment, since ecr-bot reads the live policy first. The answer comes below.";
    }

    public static String checking() {
        return "This takes a moment, since ecr-bot checks first who may do this.";
    }

    public static String deciding() {
        return "This takes a moment, since ecr-bot checks first who may decide this.";
    }

    public static String opening() {
        return "This takes a moment. Then the form opens.";
    }

    public static String passingComment() {
        return "Passing it on…";
    }

    public static String passingReason() {
        return "Passing the reason on…";
    }

    /** Takes the place of a message whose request there isn't any more; in Slack's markup. */
    public static String requestLost() {
        return ":warning: This message is about a request that was lost: ecr-bot has no record of it, so nothing can be decided"
                + " here. Ask again with `/ecr`, and tell whoever runs ecr-bot.";
    }
}
