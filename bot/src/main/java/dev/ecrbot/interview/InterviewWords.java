package dev.ecrbot.interview;

import java.util.List;

/** What “init” asks, and what it says of answers that can't be. */
final class InterviewWords {
    private InterviewWords() {}

    static String slackIs(String address) {
        return "Slack: " + address;
    }

    static String channel() {
        return "Which channel shows requests to those who approve them? Invite the bot to it first";
    }

    static String noChannel() {
        return "is no channel's id (C…), which its details in Slack show";
    }

    static String approvers() {
        return "Who may approve? User groups (S…) and people (U…)";
    }

    static String noPeople() {
        return "is no id of a user group (S…) or a person (U…)";
    }

    static String requesters() {
        return "Who may ask? The same, or anyone";
    }

    static String noRequesters() {
        return "is neither “anyone” nor an id (S…, U…)";
    }

    static String admins() {
        return "Who looks after the bot (/ecr doctor)? The same, or none";
    }

    static String noAdmins() {
        return "is neither “none” nor an id (S…, U…)";
    }

    static String youAre(String arn) {
        return "AWS: you are " + arn;
    }

    static String youAreUnknown() {
        return "AWS didn't say who you are. If the bot is to run from here, give it AWS credentials in the environment.";
    }

    static String registry() {
        return "Which account's registry?";
    }

    static String noAccount() {
        return "is no account id, which has 12 digits";
    }

    static String registryName() {
        return "What do people call it?";
    }

    static String wontDo(String why) {
        return "won't do: " + why;
    }

    static String regions() {
        return "In which Regions? The first is used where people name none";
    }

    static String noRegion() {
        return "is no Region's name";
    }

    static String role() {
        return "Which role does the bot assume there? Type none for the bot's own identity";
    }

    static String noRole() {
        return "is no role's ARN";
    }

    static String repositories() {
        return "For which repositories? Names, or patterns such as payments/*";
    }

    static String noRepository() {
        return "is no repository's name or pattern";
    }

    static String access() {
        return "What may be asked for?";
    }

    static String noAccess(List<String> words) {
        return "is none of " + String.join(", ", words);
    }

    static String longest() {
        return "For how long at most?";
    }

    static String noTime() {
        return "is no time such as 8h, 30d or 12w";
    }

    static String accounts() {
        return "Which account may be given access? A name and its id: sales 222222222222";
    }

    static String anotherAccount() {
        return "Another one, or none";
    }

    static String noNameAndId() {
        return "isn't a name and an id of 12 digits";
    }

    static String namedAlready() {
        return "is named already";
    }

    static String accountId() {
        return "An account id has 12 digits.";
    }

    /** What is wrong with what was typed, by one of the others. */
    static String wrong(String typed, String why) {
        return typed + " " + why + ".";
    }

    static String nothingNamed() {
        return "Name one at least.";
    }

    static String nothingTyped() {
        return "Something has to be typed.";
    }

    static String more(int more) {
        return "… and " + more + " more: type the id of one of those";
    }

    static String tooManyTries(int tries) {
        return "None of " + tries + " answers could be used.";
    }

    static String inputEnded() {
        return "The input ended before the last question.";
    }

    static String inputUnreadable() {
        return "The input can't be read.";
    }
}
