package dev.ecrbot.slack.web;

/** What is said of the workspace and of what came of calls to Slack, beside what the doctor finds. */
final class WorkspaceWords {
    private WorkspaceWords() {}

    static String notAskedYet() {
        return "The bot hasn't asked Slack yet who it is";
    }

    static String noTeam() {
        return "auth.test named no team";
    }

    static String botTokenRefused(String why) {
        return "Slack refuses SLACK_BOT_TOKEN (" + why
                + "): put in the app's Bot User OAuth Token, which begins with"
                + " xoxb-, and install the app to the workspace again if it was removed";
    }

    static String authTestFailed(String why) {
        return "auth.test failed: " + why;
    }

    static String botTokenNotTaken(String why) {
        return "Slack didn't take SLACK_BOT_TOKEN: " + why + ".";
    }

    static String mayNotListChannels() {
        return "The token may not list channels, which takes channels:read and groups:read. A channel's id, C… or"
                + " G…, stands at the end of its details in Slack.";
    }

    static String channelsUnlisted(String why) {
        return "Slack didn't list channels: " + why + ".";
    }

    static String inNoChannel() {
        return "The bot is in no channel yet: type /invite @ecr-bot there.";
    }

    static String groupsUnlisted(String why) {
        return "Slack didn't list its user groups: " + why + ".";
    }

    static String unreachable(String failure) {
        return "Slack can't be reached (" + failure + ")";
    }

    static String unreadable(String failure) {
        return "Slack's answer can't be read (" + failure + ")";
    }

    static String answered(int status) {
        return "Slack answered " + status;
    }

    static String notSlacksAddress() {
        return "the response_url isn't an address of Slack's";
    }

    static String unwritten() {
        return "the message couldn't be written";
    }

    static String noCard() {
        return "the request has no card";
    }

    static String noChannel() {
        return "the request has no channel";
    }

    static String notSentPrivately(String mention) {
        return mention + ", this couldn't be sent to you as a direct message:";
    }

    static String filesSent() {
        return "The files are in your direct messages with ecr-bot.";
    }

    static String filesLackScope() {
        return "The files couldn't be sent: ecr-bot is installed in this workspace without the scope files:write. Ask whoever"
                + " manages the app to paste manifest.yml anew." + inPages();
    }

    static String filesNotSent(String why) {
        return "The files couldn't be sent: " + why + ". Try again in a minute." + inPages();
    }

    private static String inPages() {
        return " Without “as file” the list comes in pages; “ecr-bot export” on the command line writes code.";
    }
}
