package dev.ecrbot.problem;

import dev.ecrbot.ecr.Target;
import java.util.Collection;

/** Why what a request did can't be undone. */
public final class UndoProblems {
    private static final String GRANT_OR_REVOKE = "Ask for what should change now, with a grant or a revocation.";

    private UndoProblems() {}

    public static Problem changedSince(Target target) {
        return new Problem(
                Code.POLICY_CHANGED,
                "The policy of " + target.text() + " was changed since, and going back would wipe that.",
                GRANT_OR_REVOKE);
    }

    public static Problem takesFromOtherGrant(Target target) {
        return new Problem(
                Code.UNDO_REFUSED,
                "Another grant in force gives some of that access too, and undoing would take it away.",
                "Type /ecr status " + target.typed()
                        + " to see which request gave what; /ecr end takes away what one of them gave.");
    }

    public static Problem givesForLonger() {
        return new Problem(
                Code.UNDO_REFUSED,
                "What that change took away would have ended by now, and undoing would give it for longer.",
                "Ask for what is needed now, with a grant.");
    }

    public static Problem undoneAlready(String undone, String by) {
        return new Problem(
                Code.UNDO_REFUSED,
                undone + " was already undone by " + by + ", so nothing of it is left to undo.",
                GRANT_OR_REVOKE);
    }

    /** @param undone the request that ended what the grant had given */
    public static Problem endedByOther(String grant, String undone, Target target) {
        return new Problem(
                Code.UNDO_REFUSED,
                "What " + grant + " gave is no longer ended by " + undone + ".",
                "Type /ecr status " + target.typed() + " to see who has what there now.");
    }

    public static Problem endMovedSince(String grant, String undone) {
        return new Problem(
                Code.UNDO_REFUSED,
                "The end of what " + grant + " gave was moved again after " + undone
                        + ", so that request can't be undone any more.",
                "“/ecr end " + grant + "” ends it now.");
    }

    public static Problem endPassed(String undone, String grant) {
        return new Problem(
                Code.UNDO_REFUSED,
                "The end that " + undone + " moved has passed, so it can't be restored.",
                "“/ecr end " + grant + "” ends the access now.");
    }

    public static Problem undoItself(String request) {
        return new Problem(
                Code.UNDO_REFUSED, request + " is an undo itself, and an undo can't be undone.", GRANT_OR_REVOKE);
    }

    public static Problem forgotten(String request) {
        return new Problem(
                Code.UNDO_REFUSED,
                request + " ended so long ago that ecr-bot no longer keeps what it changed in the policy,"
                        + " so it can't be undone.",
                GRANT_OR_REVOKE);
    }

    public static Problem waiting(String request) {
        return nothingDone(
                request,
                "still waits for a decision",
                "“/ecr cancel " + request + "” takes back a request of yours; approvers can deny it.");
    }

    private static Problem nothingDone(String request, String why, String next) {
        return new Problem(Code.UNDO_REFUSED, request + " " + why + ", so there is nothing to undo.", next);
    }

    public static Problem beingApplied(String request) {
        return nothingDone(request, "is being applied at this moment", "Try again in a moment.");
    }

    public static Problem neverApplied(String request) {
        return nothingDone(request, "was never applied", "You don't need to do anything: it changed no policy.");
    }

    /** By now the policy is as the undo would make it. */
    public static Problem nothingToChange(String undone, String why) {
        return new Problem(Code.NOTHING_TO_CHANGE, undone + " can't be undone. " + why, GRANT_OR_REVOKE);
    }

    /** @param problem what keeps the policy from being changed so */
    public static Problem refused(String undone, Problem problem) {
        return new Problem(problem.code(), undone + " can't be undone. " + problem.what(), problem.next());
    }

    /** @param problem that there is no such repository */
    public static Problem repositoryGone(String undone, Problem problem) {
        return new Problem(
                problem.code(),
                undone + " can't be undone. " + problem.what(),
                "What it changed went with the repository, so you don't need to do anything.");
    }

    public static Problem endedByNow(String undone) {
        return new Problem(
                Code.UNDO_REFUSED,
                "All that " + undone + " took away would have ended by now, so there is nothing to give back.",
                "Ask for what is needed now, with a grant.");
    }

    /** @param actions those that no access word stands for */
    public static Problem givesMoreThanAccesses(String undone, Collection<String> actions) {
        return new Problem(
                Code.NO_RULE,
                "Undoing " + undone + " would give " + String.join(", ", actions)
                        + " back, and no access that ecr-bot can grant includes that.",
                "Ask for the access that is needed, with a grant.");
    }

    public static Problem severalRules(String undone, Collection<String> accesses) {
        return new Problem(
                Code.NO_RULE,
                "Undoing " + undone + " would give " + String.join(" and ", accesses)
                        + " back, and different rules decide on those.",
                "Ask for them one by one, with a grant for each.");
    }

    public static Problem withoutEnd(String undone, String rule) {
        return tooLong(undone, "without an end", rule);
    }

    public static Problem tooLate(String undone, String end, String rule) {
        return tooLong(undone, "until " + end, rule);
    }

    private static Problem tooLong(String undone, String howLong, String rule) {
        return new Problem(
                Code.DURATION_TOO_LONG,
                "Undoing " + undone + " would give access back " + howLong + ", and rule " + rule
                        + " doesn't allow access for that long.",
                "Ask for less, with a grant.");
    }

    /** @param conditions in words */
    public static Problem otherConditions(String undone, String rule, String conditions) {
        return new Problem(
                Code.CONDITIONS_CHANGED,
                "Undoing " + undone + " would give access back as it was, and rule " + rule + " gives it only if "
                        + conditions + ".",
                "Ask for it with a grant instead.");
    }
}
