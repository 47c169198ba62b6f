package dev.ecrbot.webhook;

/** What is said of the address that events are handed on to. */
final class EndpointWords {
    private EndpointWords() {}

    static String answered(int status) {
        return "it answered " + status;
    }

    static String unreachable(String failure) {
        return "it can't be reached (" + failure + ")";
    }

    static String notTaken(String endpoint, String why) {
        return "the audit trail isn't taken by " + endpoint + ": " + why;
    }

    static String ending() {
        return "The bot was ending.";
    }

    static String lookAgain() {
        return "Look again.";
    }

    static String tookNone() {
        return "It took a signed delivery that holds no events.";
    }

    static String didNotTakeNone(String why) {
        return "A signed delivery that holds no events wasn't taken: " + why + ".";
    }

    static String mayTakeSome(String why) {
        return didNotTakeNone(why) + " It may take deliveries that hold events.";
    }

    static String answerPings(String header) {
        return "Look at “audit” on the health page once the bot runs; answering those that have the header " + header
                + " with 204 lets the doctor look.";
    }

    static String checkAddress() {
        return "Check the address in audit.webhook, and whether this machine can reach it.";
    }

    static String checkSecret() {
        return "Check that it knows the AUDIT_WEBHOOK_SECRET that the bot has, and that its clock is right.";
    }

    static String nameOther() {
        return "Name the address that it leads to in audit.webhook: the bot doesn't follow.";
    }

    static String lookAtLog() {
        return "Look at its log, and whether audit.webhook names the address that takes the audit trail.";
    }
}
