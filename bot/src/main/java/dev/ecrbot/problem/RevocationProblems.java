package dev.ecrbot.problem;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Target;
import java.util.Collection;
import java.util.Optional;

/**
 * Why access can't be taken away, or taken over, as it was asked. Whoever is {@code whom} is named as people read it, in the middle of a
 * sentence or, where it says so, at the beginning.
 */
public final class RevocationProblems {
    private RevocationProblems() {}

    /** @param whom as the beginning of a sentence */
    public static Problem heldThroughWildcard(String whom, Access access) {
        return new Problem(
                Code.REVOKE_WIDER,
                whom + " has " + access
                        + " through a wildcard or NotAction, and the bot can't take away a part of that.",
                "Use /ecr revoke all, then grant what should stay.");
    }

    /**
     * @param whom as the beginning of a sentence
     * @param push the wider access that is held
     */
    public static Problem heldThroughPush(String whom, Access push, Access access) {
        return new Problem(
                Code.REVOKE_WIDER,
                whom + " has " + push + ", which includes " + access + " and doesn't work without it.",
                "Use /ecr revoke " + push + " instead; then grant " + access + " if it should stay.");
    }

    /** @param whom as the beginning of a sentence */
    public static Problem givenAsWhole(String whom, Access access) {
        return new Problem(
                Code.REVOKE_WIDER,
                whom + " was given " + access + " as a whole, and a part of that can't be taken away.",
                "Use /ecr revoke " + access + " instead; then grant what should stay.");
    }

    /** @param typed the others, as a revocation names them */
    public static Problem neededForOthers(String whom, String others, String typed) {
        return new Problem(
                Code.REVOKE_WIDER,
                "AWS needs " + whom + " in this policy for as long as others have pull: " + others + ".",
                "Revoke pull of " + typed + " first.");
    }

    public static Problem nothingToTakeOver(Access access, Target target, String whom) {
        return new Problem(
                Code.NOTHING_TO_REVOKE,
                "Nothing that others wrote gives " + access + " on " + target.text() + " to " + whom
                        + " by its own name, so there is nothing to take over.",
                "Ask for it with a grant instead.");
    }

    /** @param whom as the beginning of a sentence */
    public static Problem onlyInLambdasStatement(String whom, String sid) {
        return new Problem(
                Code.NOTHING_TO_REVOKE,
                whom + " stands only in " + sid + ", a statement that AWS Lambda writes and the bot leaves alone.",
                "Remove it in the ECR console if no function needs it any more.");
    }

    /**
     * @param whom as the beginning of a sentence
     * @param access the word for it, or “access” for all of it
     * @param typed those who have it, as a revocation names them
     */
    public static Problem onlyNarrowerOnes(
            String whom, String access, Target target, Collection<String> narrower, Collection<String> typed) {
        return new Problem(
                Code.NOTHING_TO_REVOKE,
                whom + " has no " + access + " on " + target.text() + " itself; those who have it are "
                        + String.join(", ", narrower) + ".",
                "Revoke it under their names: " + String.join(", ", typed) + ".");
    }

    /**
     * @param whom as the beginning of a sentence
     * @param access the word for it, or “access” for all of it
     * @param through what it has, and through whom
     */
    public static Problem nothingOfItsOwn(String whom, String access, Target target, Optional<String> through) {
        return new Problem(
                Code.NOTHING_TO_REVOKE,
                whom + " has no " + access + " of its own on " + target.text()
                        + through.map(some -> ", but has " + some + ".").orElse("."),
                through.isEmpty()
                        ? "Type /ecr status " + target.typed() + " to see who has what there."
                        : "Revoke it under the name that stands there.");
    }

    /** Returns what somebody has, and through whom, as a part of the other's sentence. */
    public static String through(String accesses, String whom) {
        return accesses + " through " + whom;
    }

    /** As the other, where nobody but themselves is named. */
    public static String throughOwnName(String accesses) {
        return through(accesses, "its own name");
    }

    /** What there is to revoke is given by the registry's own policy, too. */
    public static Problem alsoByRegistry(Problem nothing, String accesses, Target target) {
        return new Problem(
                nothing.code(),
                nothing.what() + " The registry's own policy gives the same principal " + accesses + ".",
                "Type /ecr status " + target.typed() + " to see all of it, and revoke it where it was given.");
    }

    /** Returns what is given, and where, as a part of the other's sentence. */
    public static String on(Collection<String> accesses, String resource) {
        return String.join(", ", accesses) + " on " + resource;
    }

    public static Problem wouldTakeFromOthers(Target target, String request) {
        return new Problem(
                Code.REVOKE_WIDER,
                "Somebody else changed the policy of " + target.text() + " meanwhile, so " + request
                        + " would now take away what others wrote, too. Nothing was changed.",
                "Ask again: the approvers will then decide on all of it.");
    }
}
