package dev.ecrbot.problem;

/** Somebody asked for more than one person may, or more often. */
public final class LimitProblems {
    private LimitProblems() {}

    public static Problem commands(int most) {
        return new Problem(
                Code.LIMIT_COMMANDS,
                "You typed more than " + Typed.number(most, "command") + " within a minute, so this one was not read.",
                "Wait a minute, and type it again.");
    }

    public static Problem clicks(int most) {
        return new Problem(
                Code.LIMIT_CLICKS,
                most + " of your clicks were refused within a minute, so this one was not looked at.",
                "Wait a minute. What you click on until then isn't answered.");
    }

    public static Problem waiting(long waiting, int most) {
        return new Problem(
                Code.LIMIT_PENDING,
                "You have " + Typed.number(waiting, "request")
                        + " waiting for a decision, and one person may have no more than " + most + ".",
                "Ask their approvers to decide, or take back what isn't needed: /ecr requests mine shows them, "
                        + "/ecr cancel and the id takes one back.");
    }

    public static Problem waitingUnderRule(String rule, int most) {
        return new Problem(
                Code.LIMIT_PENDING,
                "Rule " + rule + " lets one person have " + Typed.number(most, "request")
                        + " waiting for a decision, and you would have more.",
                "Ask its approvers to decide, or take back what isn't needed: /ecr requests mine shows them, "
                        + "/ecr cancel and the id takes one back.");
    }

    public static Problem grants(String rule, int most) {
        return new Problem(
                Code.LIMIT_GRANTS,
                "Rule " + rule + " lets one person hold " + Typed.number(most, "grant")
                        + " at a time, and you would hold more.",
                "End what isn't needed any more: /ecr shows what you hold, /ecr end and the id ends it.");
    }

    /** The requester would, once the request is approved. */
    public static Problem grantsOnApproval(String rule, int most, String request) {
        return grantsWith(rule, most, request, "Approve it when one of theirs has ended, or deny it.");
    }

    /** The requester would, once it is tried again. */
    public static Problem grantsOnAnotherTry(String rule, int most, String request) {
        return grantsWith(rule, most, request, "Try it again when one of theirs has ended.");
    }

    private static Problem grantsWith(String rule, int most, String request, String next) {
        return new Problem(
                Code.LIMIT_GRANTS,
                "Rule " + rule + " lets one person hold " + Typed.number(most, "grant") + " at a time, and with "
                        + request + " its requester would hold more.",
                next);
    }

    public static Problem comments(String request, int most) {
        return new Problem(
                Code.LIMIT_COMMENTS,
                request + " has " + most + " comments, and takes no more.",
                "Reply in the thread of its card, or write to each other.");
    }

    public static Problem promises() {
        return new Problem(
                Code.LIMIT_COMMANDS,
                "Repositories are being read anew for you, or for others, and no more answers can be promised now.",
                "Ask without “fresh” for what is known, or ask again in some minutes.");
    }

    public static Problem glass(String rule, int perDay) {
        return new Problem(
                Code.BREAKGLASS_REFUSED,
                "The glass of rule " + rule + " was broken as often today as the rule allows: " + perDay + " a day.",
                "Ask with a grant, and write to its approvers directly.");
    }
}
