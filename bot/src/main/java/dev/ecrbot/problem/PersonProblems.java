package dev.ecrbot.problem;

import java.util.Set;

/**
 * Who may not do what they want to, or of whom it couldn't be found out. A {@code person} is somebody's id, {@code people} the ids of
 * those whom the sentences name, and {@code listed} whom a rule lists, in words.
 */
public final class PersonProblems {
    private PersonProblems() {}

    /** @param what one of {@link MemberWords} */
    public static Problem notAMember(String person, String what) {
        return new Problem(
                Code.PERSON_REFUSED,
                person + " is " + what + ". Only full members of this workspace may ask for access or decide on it.",
                "Ask one of them to do it.",
                Set.of(person));
    }

    public static Problem unknown(String person) {
        return new Problem(
                Code.PERSON_UNKNOWN,
                "Slack didn't say who " + person + " is, so nothing was done.",
                "Try again in a minute.",
                Set.of(person));
    }

    public static Problem groupsUnknown(String person, String rule) {
        return new Problem(
                Code.PERSON_UNKNOWN,
                "Slack didn't say whether " + person + " is in a group that rule " + rule
                        + " lists, so nothing was done.",
                "Try again in a minute.",
                Set.of(person));
    }

    public static Problem adminGroupsUnknown() {
        return new Problem(
                Code.PERSON_UNKNOWN,
                "Slack didn't say whether you are in a group of those who look after ecr-bot, so nothing was looked at.",
                "Try again in a minute.");
    }

    public static Problem mayNotAsk(String rule, String person, String listed, Set<String> people) {
        return new Problem(
                Code.REQUESTER_REFUSED,
                "Rule " + rule + " doesn't let " + person + " ask for this.",
                "These may ask: " + listed + ".",
                people);
    }

    public static Problem mayNotBreakGlass(String rule, String person, String listed) {
        return glass(rule, person, "These may: " + listed + ". ");
    }

    public static Problem nobodyMayBreakGlass(String rule, String person) {
        return glass(rule, person, "It lets nobody. ");
    }

    private static Problem glass(String rule, String person, String who) {
        return new Problem(
                Code.BREAKGLASS_REFUSED,
                "Rule " + rule + " doesn't let " + person + " break the glass.",
                who + "Ask with a grant instead.",
                Set.of(person));
    }

    public static Problem mayNotApproveOwn(String rule, String listed, Set<String> people) {
        return new Problem(
                Code.SELF_APPROVAL,
                "Rule " + rule + " doesn't let people approve what they asked for themselves.",
                "These may approve: " + listed + ".",
                people);
    }

    public static Problem mayNotDecide(String rule, String person, String listed, Set<String> people) {
        return new Problem(
                Code.APPROVER_REFUSED,
                "Rule " + rule + " doesn't let " + person + " decide on this.",
                "These may decide: " + listed + ".",
                people);
    }

    /** Returns whom a rule lists, to one of them who isn't meant. */
    public static String anyoneElse() {
        return "anyone else whom the rule lists";
    }

    public static Problem mayNotLook(String rule, String person, String listed, Set<String> people) {
        return new Problem(
                Code.VIEWER_REFUSED,
                "Rule " + rule + " doesn't let " + person + " look at this.",
                "These may look: " + listed + ".",
                people);
    }

    /** @param problem why the requester may not ask for it by now */
    public static Problem requesterRefused(Problem problem) {
        return new Problem(
                problem.code(),
                "The requester isn't allowed to have this any more. " + problem.what(),
                "Deny the request, or try again once that has been put right.",
                problem.people());
    }

    /** @param problem why the person may not decide on the request */
    public static Problem mayNotComment(String request, Problem problem) {
        return new Problem(
                problem.code(),
                "Comments on " + request + " come from whoever asked for it and from those who may decide on it. "
                        + problem.what(),
                "Reply in the thread of its card, or write to one of them.",
                problem.people());
    }

    public static Problem mayNotCancel(String request) {
        return new Problem(
                Code.CANCEL_REFUSED,
                "Only the person who asked can cancel " + request + ".",
                "An approver can deny it on its card.");
    }

    public static Problem mayNotAddReason(String request) {
        return new Problem(
                Code.REQUEST_DECIDED,
                "Only the person who denied " + request + " can add a reason.",
                "Write to the requester directly.");
    }

    public static Problem mayNotReviewOwn(String rule) {
        return new Problem(
                Code.SELF_APPROVAL,
                "You broke this glass yourself, so somebody else has to review it.",
                "Ask another approver of rule " + rule + " to look at it.");
    }
}
