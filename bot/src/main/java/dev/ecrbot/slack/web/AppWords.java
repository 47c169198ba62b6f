package dev.ecrbot.slack.web;

/** What is said of the app as it is installed in Slack, and of what Slack has delivered to it. */
final class AppWords {
    private AppWords() {}

    static String tokenTaken(String workspace) {
        return "Slack takes it: workspace " + workspace + ".";
    }

    static String tokenRefused(String why) {
        return "Slack refuses it: " + why + ".";
    }

    static String putInBotToken() {
        return "Put in the app's Bot User OAuth Token (xoxb-…), and install the app again if it was removed.";
    }

    static String putInAppToken() {
        return "Make an app-level token with the scope connections:write (Basic Information), and put it in.";
    }

    static String socketGiven() {
        return "Slack gives out a socket for it.";
    }

    static String strangeAnswer(String why) {
        return "Slack didn't answer as it should: " + why + ".";
    }

    /** For the reason why Slack's answer is no good. */
    static String noTeam() {
        return "no team named";
    }

    static String checkTheWay() {
        return "Check slack.api_url, and the network and the proxy between the bot and slack.com.";
    }

    static String scopesUntold() {
        return "Slack didn't say which scopes the token has.";
    }

    static String compareScopes() {
        return "Compare OAuth & Permissions of the app with manifest.yml.";
    }

    static String scopesThere() {
        return "The token has all that manifest.yml asks for.";
    }

    static String scopesMissing(String scopes) {
        return "The token lacks " + scopes + ".";
    }

    static String pasteManifest() {
        return "Paste manifest.yml into App Manifest of the app's settings, and install the app again.";
    }

    static String clockGoes() {
        return "It agrees with Slack's.";
    }

    static String clockIsAhead(long seconds) {
        return "It is " + seconds + " s ahead of Slack's.";
    }

    static String clockIsBehind(long seconds) {
        return "It is " + seconds + " s behind Slack's.";
    }

    static String setTheClock() {
        return "Set the machine's clock, with NTP for example: signatures and ends of access go by it.";
    }

    static String homeTab() {
        return "the Home tab";
    }

    static String homeTabSeen() {
        return "Slack tells who opens it.";
    }

    static String homeTabUnseen(String start) {
        return since(start) + "nobody has opened it, or Slack doesn't tell (app_home_opened).";
    }

    static String openHomeTab() {
        return "Open it in Slack: where it is missing or stays empty, " + paste();
    }

    static String asking() {
        return "Ask for access";
    }

    static String amongShortcuts() {
        return "among the shortcuts";
    }

    static String fixing() {
        return "Fix this access error";
    }

    static String inMenus() {
        return "in a message's menu";
    }

    static String shortcutSeen() {
        return "It has been used.";
    }

    static String shortcutUnseen(String start) {
        return since(start) + "nobody has used it, or it isn't there.";
    }

    static String lookForShortcut(String where) {
        return "Look for it in Slack, " + where + ": where it is missing, " + paste();
    }

    static String restOfManifest() {
        return "the rest of manifest.yml";
    }

    static String manifestUntold() {
        return "Slack tells no bot whether the Home tab, app_home_opened, both shortcuts, the options URL and should_escape"
                + " are there.";
    }

    static String compareManifest() {
        return "Compare App Manifest of the app's settings with manifest.yml; “/ecr doctor” says which of them the running bot has"
                + " seen.";
    }

    static String options() {
        return "repositories in the form";
    }

    static String optionsSeen() {
        return "Slack asks for those that match.";
    }

    static String optionsTyped(String start, long forms) {
        return since(start) + forms
                + " forms came with a repository that was typed, and Slack has never asked which ones there are.";
    }

    static String optionsUnseen(String start) {
        return since(start) + "Slack hasn't asked for those that match what somebody types.";
    }

    static String lookAtOptions() {
        return "Look at settings.interactivity.message_menu_options_url in App Manifest of the app's settings: it is the same"
                + " address as request_url.";
    }

    static String mentions() {
        return "people in commands";
    }

    static String mentionsSeen() {
        return "They come with their ids.";
    }

    static String mentionsBare(String start, long commands) {
        return since(start) + commands + " commands named somebody as @name, and none came with an id.";
    }

    static String setEscape() {
        return "Set should_escape of the slash command to true: " + paste();
    }

    static String mentionsUnseen(String start) {
        return since(start) + "no command came with somebody's id.";
    }

    static String tryMention() {
        return "Type “/ecr access @” and pick yourself. If ecr-bot says that Slack handed over a name only, " + paste();
    }

    private static String paste() {
        return "paste manifest.yml into App Manifest of the app's settings, and install the app again.";
    }

    private static String since(String start) {
        return "Since the start at " + start + " ";
    }
}
