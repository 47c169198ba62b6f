package dev.ecrbot.slack.web;

/** What the doctor says of the channels, people and groups that the configuration names, and of messages in Slack. */
final class CheckupWords {
    private CheckupWords() {}

    static String places() {
        return "channels, people, groups";
    }

    static String tokenNotTaken() {
        return "Slack didn't take the token.";
    }

    static String mendToken() {
        return "Mend the token first.";
    }

    static String untold(String why) {
        return "Slack didn't say: " + why + ".";
    }

    static String tryAgain() {
        return "Try again; if this keeps happening, look at the network.";
    }

    static String archived(String channel) {
        return "It is " + channel + ", which is archived.";
    }

    static String nameOrUnarchive() {
        return "Name another channel, or unarchive it.";
    }

    static String botIsIn(String channel) {
        return "It is " + channel + ", and the bot is in it.";
    }

    static String botIsNotIn(String channel) {
        return "It is " + channel + ", and the bot isn't in it: no card would arrive.";
    }

    static String invite() {
        return "Type /invite @ecr-bot there.";
    }

    static String noSuchChannel() {
        return "Slack shows the bot no such channel: there is none, or it is private and the bot isn't in it.";
    }

    static String takeChannelId() {
        return "Take the id from the channel's details, and type /invite @ecr-bot there.";
    }

    static String mayNotLookAtChannels() {
        return "The token may not look at channels, which the bot's own work doesn't need.";
    }

    static String inviteOrAddScopes() {
        return "Type /invite @ecr-bot there; or add the scopes channels:read and groups:read to the app.";
    }

    static String person(String name) {
        return "It is " + name + ".";
    }

    static String outsider(String name, String standing) {
        return "It is " + name + ", " + standing + ": they may neither ask nor decide.";
    }

    static String nameSomebodyElse() {
        return "Name somebody else in the rules.";
    }

    static String noSuchPerson() {
        return "Slack knows nobody with this id.";
    }

    static String takePersonId() {
        return "Take the id from the person's profile: … > Copy member ID.";
    }

    static String groupsUntold(String why) {
        return "Slack didn't list its groups: " + why + ".";
    }

    static String noSuchGroup() {
        return "Slack lists no user group with this id, or it is disabled.";
    }

    static String takeGroupId() {
        return "Take the id from the group's page (People > User groups > … > Copy group ID), or enable it again.";
    }

    static String group(String handle, int members) {
        return "It is " + handle + "; members: " + members + ".";
    }

    static String emptyGroup(String handle) {
        return "It is " + handle + ", and nobody is in it.";
    }

    static String addPeople() {
        return "Add people to the group.";
    }

    static String callsApprovers() {
        return "Everybody who is called when nobody decides in time is one of its approvers.";
    }

    static String callsStrangers(String people, int others) {
        return "It calls people late who may not decide: " + people + (others > 0 ? " and " + others + " more" : "")
                + ".";
    }

    static String addOrTakeOut() {
        return "Add them to the rule's approvers, or take them out of escalate.";
    }

    static String messages(int many) {
        return many + " messages";
    }

    static String messagesTaken(String plain) {
        return "Slack would take one of each kind"
                + (plain.isEmpty() ? "." : "; " + plain + " without newer blocks, as the bot sends it there.");
    }

    static String messageRefused(String why) {
        return "Slack wouldn't take it: " + why + ".";
    }

    static String update() {
        return "Update ecr-bot. If it is the newest version, tell its makers this line: Slack has changed what it takes.";
    }

    static String messagesUntold(String why) {
        return "Slack didn't say whether it would take them: " + why + ".";
    }

    static String sendOne() {
        return "Send one, and look whether it arrives.";
    }

    static String runAgain() {
        return "Run the doctor again in a minute.";
    }
}
