package dev.ecrbot.problem;

import java.util.List;

/** Why something can't be asked for, or not so: with others, at once, again, or since there is no such request. */
public final class RequestProblems {
    private RequestProblems() {}

    /** @param typed as a person typed it, cut and cleaned */
    public static Problem notFound(String typed) {
        return new Problem(
                Code.REQUEST_NOT_FOUND,
                "There is no request “" + typed + "”.",
                "Type /ecr requests to see yours, or /ecr requests pending for those that wait.");
    }

    public static Problem severalDeciders() {
        return new Problem(
                Code.SEVERAL_RULES,
                "Different people decide on these, by the tags of the repositories, so they can't be decided on together.",
                "Ask for each repository by itself.");
    }

    /** @param parts what each rule decides on, with its name */
    public static Problem severalRules(List<String> parts) {
        return new Problem(
                Code.SEVERAL_RULES,
                "Different rules decide on these, so they can't be decided on together.",
                "Ask for each of these by itself: " + String.join("; ", parts) + ".");
    }

    /**
     * @param one which of several it is
     * @param problem why it can't be asked for
     */
    public static Problem oneOfSeveral(String one, Problem problem) {
        return new Problem(
                problem.code(),
                "Nothing was asked for, since " + one + " can't be asked for: " + problem.what(),
                problem.next(),
                problem.people());
    }

    /** @param leftOut why each of them is left out, a sentence each */
    public static Problem nothingToAskFor(List<String> leftOut) {
        return new Problem(
                Code.NOTHING_TO_CHANGE,
                "There is nothing to ask for: " + String.join(" ", leftOut),
                "Type /ecr requests to see what waits.");
    }

    public static Problem askedByOthersNow() {
        return new Problem(
                Code.BUSY,
                "Somebody asked for some of this at the same moment, so nothing was asked for.",
                "Ask again: what waits already is left out then.");
    }

    /** @param why how the policy is that already */
    public static Problem nothingToChange(String why) {
        return new Problem(Code.NOTHING_TO_CHANGE, why, "You don't need to do anything.");
    }

    public static Problem glassBrokenAlready() {
        return new Problem(
                Code.BREAKGLASS_REFUSED,
                "Somebody broke the glass for the same a moment ago, and ecr-bot is applying that.",
                "Look at its card: “/ecr requests” shows it.");
    }

    public static Problem glassWithoutReason() {
        return new Problem(
                Code.REASON_REQUIRED,
                "Breaking the glass needs a reason.",
                "Say at the end why it can't wait: because production is down.");
    }

    public static Problem glassForPattern() {
        return new Problem(
                Code.BREAKGLASS_REFUSED,
                "The glass can be broken for one repository, and not for a pattern of them.",
                "Name the repository that is needed now.");
    }

    /** @param problem what is wrong with the end in a form */
    public static Problem otherEnd(Problem problem) {
        return new Problem(problem.code(), problem.what(), "Choose a sooner one.");
    }

    /** @param problem what is wrong with the reason in a form */
    public static Problem otherReason(Problem problem) {
        return new Problem(problem.code(), problem.what(), "Write it here.");
    }

    public static Problem notForPassingReason(String failed) {
        return notTriedAgain(failed, "It failed for a reason that doesn't go away by itself.");
    }

    public static Problem changedSinceShown(String failed) {
        return notTriedAgain(failed, "What its card showed is no longer true: the policy has been changed since.");
    }

    public static Problem askedForSince(String failed) {
        return notTriedAgain(failed, "Somebody has asked for the same since, and that waits.");
    }

    /** @param why how the policy is that already */
    public static Problem notTriedAgain(String failed, String why) {
        return new Problem(
                Code.NOT_TRIED_AGAIN,
                failed + " can't be tried again as it was. " + why,
                "Click “Ask again…” on its card; what is asked then is planned and approved anew.");
    }

    public static Problem triedAgainAlready(String failed, String other) {
        return new Problem(
                Code.NOT_TRIED_AGAIN,
                failed + " is tried again already, as " + other + ".",
                "Its card shows what comes of it.");
    }

    public static Problem notAskedAgain(String request) {
        return new Problem(
                Code.COMMAND_MALFORMED,
                request + " can't be asked for again as it was, so nothing was asked.",
                "Type /ecr help to see how to ask for what should change now.");
    }

    /**
     * @param instead what is asked for in place of the one that couldn't be cancelled
     * @param problem why it couldn't
     */
    public static Problem askedInPlace(String instead, Problem problem) {
        return new Problem(
                problem.code(), instead + " is asked for. " + problem.what(), problem.next(), problem.people());
    }
}
