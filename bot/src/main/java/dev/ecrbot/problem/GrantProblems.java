package dev.ecrbot.problem;

import dev.ecrbot.ecr.Target;

/** Why what a request gave can't be ended, or get another end. A {@code grant} is the id of the request that gave it. */
public final class GrantProblems {
    private GrantProblems() {}

    public static Problem ended(String grant, Target target) {
        return problem("The access that " + grant + " gave has ended already.", status(target));
    }

    public static Problem beingEnded(String grant, Target target) {
        return problem("The access that " + grant + " gave is being ended.", status(target));
    }

    public static Problem endBeingMoved(String grant) {
        return problem(
                "The end of the access that " + grant + " gave is being moved at this moment.",
                "Try again in a moment.");
    }

    private static Problem problem(String what, String next) {
        return new Problem(Code.GRANT_ENDED, what, next);
    }

    private static String status(Target target) {
        return "Type /ecr status " + target.typed() + " to see who has what there now.";
    }

    public static Problem gaveNothing(String request, Target target) {
        return nothingGiven(request, "Type /ecr status " + target.typed() + " to see which request gave what.");
    }

    public static Problem gaveLaterEnd(String request, String grant) {
        return nothingGiven(request, "It asked for a later end of what " + grant + " gave: use that id.");
    }

    private static Problem nothingGiven(String request, String next) {
        return new Problem(Code.GRANT_NOT_FOUND, "Request " + request + " gave no access of its own.", next);
    }

    public static Problem endMovedSince(String grant) {
        return new Problem(
                Code.REVISION_REPLACED,
                "That message was about an end of " + grant + " that has been moved since, so nothing was done.",
                "To end the access now, type /ecr end " + grant + ".");
    }

    public static Problem hasNoEnd(String grant) {
        return new Problem(
                Code.EXTENSION_TOO_SHORT,
                "The access that " + grant + " gave has no end, so it can't get a later one.",
                "You don't need to do anything.");
    }

    public static Problem endNotLater(String grant, String until) {
        return new Problem(
                Code.EXTENSION_TOO_SHORT,
                "The access that " + grant + " gave lasts until " + until
                        + ", and the end that you ask for isn't later. Durations count from now.",
                "Name a later end, as in “/ecr extend " + grant + " for 30d”; “/ecr end " + grant + "” ends it now.");
    }
}
