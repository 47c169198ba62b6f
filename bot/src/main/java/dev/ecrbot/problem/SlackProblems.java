package dev.ecrbot.problem;

/** What Slack didn't do for the bot, or didn't say with a click. */
public final class SlackProblems {
    private SlackProblems() {}

    /** Slack can't show the card of a request to those who decide. */
    public static Problem cardNotShown(String request, String why) {
        return unseen(
                request,
                why,
                "Ask whoever runs the bot to look at its log, or to name another channel in the rule; then ask again.");
    }

    /** As the other, since the bot isn't in the channel. */
    public static Problem notInvited(String request, String why) {
        return unseen(
                request,
                why,
                "Ask whoever runs the bot to invite it there, or to name another channel in the rule; then ask again.");
    }

    private static Problem unseen(String request, String why, String next) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "The card of " + request + " can't be shown in the approvers' channel: " + why + ".",
                next);
    }

    public static Problem fieldNotOpened() {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't let ecr-bot open the field for this, so nothing was done.",
                "Click again. If that doesn't help, /ecr help shows the command that does the same.");
    }

    public static Problem formNotOpened() {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the form, so nothing was asked.",
                "Click “Change…” again, or type the line as it should be.");
    }

    public static Problem reasonNotOpened(String request) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for the reason. " + request + " stays denied.",
                "Click “Say why…” again, or tell the requester yourself.");
    }

    /** @param takeOver the command without an end */
    public static Problem takeOverNotOpened(String takeOver) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for the end, so nothing was asked.",
                "Type /ecr " + takeOver + " for 30d, or however long it is needed.");
    }

    public static Problem laterEndNotOpened(String request) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for the new end, so nothing was asked.",
                "Type /ecr extend " + request + " for 7d, or however long it is needed.");
    }

    public static Problem soonerEndNotOpened(String request) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for the sooner end. " + request + " stays as it is.",
                "Click “Shorten…” again, or deny it with the end that you would approve.");
    }

    public static Problem commentNotOpened() {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for your comment, so nobody was told anything.",
                "Click “Comment…” again, or reply in the card's thread.");
    }

    public static Problem undoNotOpened(String request) {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "Slack didn't open the field for the reason, so nothing was asked.",
                "Type /ecr undo " + request + " because, and why.");
    }

    public static Problem clickWithoutRequest() {
        return new Problem(
                Code.REQUEST_NOT_FOUND,
                "Your click doesn't say which request it is about, so nothing was done.",
                "Type /ecr requests or /ecr requests pending, and click on the card that is linked there.");
    }

    public static Problem nobodySaid() {
        return new Problem(
                Code.PERSON_UNKNOWN, "Slack didn't say who you are, so nothing was done.", "Try again in a minute.");
    }
}
