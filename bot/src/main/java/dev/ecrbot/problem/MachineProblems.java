package dev.ecrbot.problem;

/** What a machine is told that sent something it may not, or something that can't be read. */
public final class MachineProblems {
    private MachineProblems() {}

    public static Problem asksAMinute(int most) {
        return tooMany(Typed.number(most, "ask") + " a minute");
    }

    public static Problem asksADay(int most) {
        return tooMany(Typed.number(most, "ask") + " a day");
    }

    public static Problem questionsAMinute(int most) {
        return tooMany(Typed.number(most, "question") + " a minute");
    }

    private static Problem tooMany(String what) {
        return new Problem(
                Code.LIMIT_MACHINE,
                "This machine may send " + what + ", and this would be more.",
                "Send it again later.");
    }

    public static Problem mayNotAskQuestions(String machine) {
        return notLet(machine, "ask questions", "questions");
    }

    public static Problem mayNotReadAudit(String machine) {
        return notLet(machine, "read the audit trail", "audit");
    }

    private static Problem notLet(String machine, String what, String key) {
        return new Problem(
                Code.MACHINE_REFUSED,
                "The configuration doesn't let " + machine + " " + what + ".",
                "Ask whoever runs ecr-bot to set “" + key + ": true” for it.");
    }

    public static Problem answeredToPeopleOnly() {
        return new Problem(Code.MACHINE_REFUSED, "That is answered to people only.", "Have a person ask it in Slack.");
    }

    public static Problem forPeopleOnly() {
        return new Problem(
                Code.MACHINE_REFUSED,
                "That is for people only: machines ask and look, and do nothing else.",
                "Have a person do it in Slack.");
    }

    public static Problem sentToOtherPath() {
        return new Problem(
                Code.MACHINE_REFUSED,
                "This path doesn't take that: asks go to /v1/asks, and questions to /v1/questions.",
                "Send it there.");
    }

    public static Problem machinesOnlyAsk(String machine) {
        return new Problem(
                Code.MACHINE_REFUSED,
                machine + " is a machine, and machines ask and look, and do nothing else.",
                "Have a person do it in Slack.");
    }

    public static Problem notConfigured(String machine) {
        return new Problem(
                Code.PERSON_REFUSED,
                "The configuration doesn't name a machine " + machine + " (any more).",
                "Ask whoever runs ecr-bot to name it under “machines”.");
    }

    public static Problem keyReused() {
        return new Problem(
                Code.KEY_REUSED,
                "The key of this ask was used for another one before, so nothing was asked for.",
                "Give each ask a key of its own, and the same one only where it is sent again.");
    }

    public static Problem keyMissing() {
        return malformed(
                "An ask needs the header Idempotency-Key, 8 to 128 printable characters without blanks.",
                "Send one that no other ask of yours has, and the same one where you send the ask again.");
    }

    public static Problem notSentAsJson() {
        return malformed("The body isn't marked as JSON.", "Send it with the header Content-Type: application/json.");
    }

    public static Problem notJson(String field) {
        return malformed("The body is no JSON.", example(field));
    }

    public static Problem notTheOneField(String field) {
        return malformed("The body is no JSON object with the one text “" + field + "”.", example(field));
    }

    public static Problem fieldOfWrongLength(String field, int longest) {
        return malformed("“" + field + "” has 1 to " + longest + " characters.", example(field));
    }

    private static String example(String field) {
        return field.equals("ask")
                ? "For example: {\"ask\": \"grant pull payments/api sales ci-deployer for 7d because nightly build\"}"
                : "For example: {\"question\": \"who pull payments/api\"}";
    }

    public static Problem noSuchPath() {
        return malformed(
                "There is no such path here.", "The page “Operations” of ecr-bot's documentation lists the paths.");
    }

    public static Problem otherMethods(String methods) {
        return malformed("This path takes " + methods + " only.", "Send it by " + methods + ".");
    }

    public static Problem bodyTooLong() {
        return malformed("The body is too long.", "Send one thing at a time.");
    }

    public static Problem headersTooLong() {
        return malformed("The headers are too long.", "Send no others than are needed.");
    }

    public static Problem notHttp() {
        return malformed("ecr-bot can't read this request.", "Send HTTP/1.1.");
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.CALL_MALFORMED, what, next);
    }

    public static Problem stopping() {
        return new Problem(Code.STOPPING, "ecr-bot is stopping, so nothing was done.", "Send it again in a moment.");
    }

    public static Problem busy() {
        return new Problem(
                Code.BUSY, "Other machines are being served, so nothing was done.", "Send it again in a moment.");
    }

    public static Problem mistake() {
        return new Problem(
                Code.INTERNAL,
                "Something went wrong inside ecr-bot.",
                "Send it again with the same key; if it happens again, tell whoever runs the bot when it happened.");
    }
}
