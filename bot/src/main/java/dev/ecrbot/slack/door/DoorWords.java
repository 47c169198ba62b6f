package dev.ecrbot.slack.door;

/** What is said of the way by which Slack reaches the bot, for the health page. */
public final class DoorWords {
    private DoorWords() {}

    public static String stopping() {
        return "The bot is stopping";
    }

    public static String portNotOpen() {
        return "The port for Slack isn't open";
    }

    public static String socketNotOpenYet() {
        return "Slack's socket isn't open yet";
    }

    public static String socketClosed() {
        return "Slack's socket was closed";
    }

    public static String socketNotOpened(String why) {
        return "Slack's socket can't be opened: " + why;
    }

    public static String socketSilent() {
        return "Slack's socket doesn't answer";
    }
}
