package dev.ecrbot.problem;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import java.util.Collection;
import java.util.Locale;

/**
 * Why a change of a policy can't be planned: what stands there, or what AWS enforces, is in its way. Whoever is {@code whom} is named as
 * people read it, in the middle of a sentence or, where it says so, at the beginning.
 */
public final class PlanProblems {
    private PlanProblems() {}

    /**
     * @param whom as the beginning of a sentence
     * @param denials which statements deny it, and of which policy
     */
    public static Problem denied(String whom, Access access, Target target, Collection<String> denials) {
        return new Problem(
                Code.DENIED_BY_STATEMENT,
                whom + " can't get " + access + " on " + target.text() + ": " + String.join(" and ", denials)
                        + (denials.size() == 1 ? " denies" : " deny") + " all of it, and a Deny wins over every grant.",
                "Ask whoever looks after that policy to narrow or remove the Deny, then ask again.");
    }

    public static Problem notWhatWasAsked() {
        return new Problem(
                Code.INTERNAL,
                "The change that the bot worked out would do something that nobody asked for, so the bot dropped it.",
                "Make the change by hand, and tell the people who run the bot.");
    }

    public static Problem bringsError(String what, String next) {
        return new Problem(Code.POLICY_LINT, "The change would bring an error into the policy: " + what, next);
    }

    public static Problem storedPlanUnreadable() {
        return new Problem(
                Code.INTERNAL,
                "A stored plan can't be read.",
                "Ask again; the people who run the bot find the cause in its log.");
    }

    public static Problem notAPrincipal(String text) {
        return new Problem(
                Code.PRINCIPAL_MALFORMED,
                "“" + text + "” isn't a principal as AWS writes it.",
                "Check the account, the path and the name.");
    }

    /** @param ofAccounts whether it is whole accounts that mostly fill the policy */
    public static Problem tooLarge(PolicyHolder holder, int size, int limit, boolean ofAccounts) {
        return new Problem(
                Code.POLICY_TOO_LARGE,
                wouldBeTooLong(holder, size, limit),
                "Revoke what is no longer needed. "
                        + (ofAccounts
                                ? "Whole accounts fill it: one organization (aws:PrincipalOrgID; grant it as org:NAME) can take the place of many"
                                        + " accounts, and the registry's own policy can give access to many repositories at once."
                                : "Or grant one whole account instead of many of its roles."));
    }

    /** Of what is taken away, where a statement would have to be divided for it. */
    public static Problem noRoomToTakeAway(PolicyHolder holder, int size, int limit) {
        return new Problem(
                Code.POLICY_TOO_LARGE,
                wouldBeTooLong(holder, size, limit),
                "To take a part away, a statement has to be divided, which makes the policy longer. Revoke all that they have there,"
                        + " or revoke something else first.");
    }

    private static String wouldBeTooLong(PolicyHolder holder, int size, int limit) {
        return String.format(
                Locale.ROOT, "The policy of %s would be too long: %,d of %,d characters.", holder.label(), size, limit);
    }

    /** @param typed who was put there, as a revocation names them */
    public static Problem putIntoOurStatement(String stranger, String whom, Access access, String typed) {
        return new Problem(
                Code.POLICY_CHANGED,
                "Somebody put " + stranger + " by hand into a statement of the bot's, where " + whom
                        + " would have to stand, too.",
                "Revoke " + access + " of " + typed + " first, then ask again.");
    }

    public static Problem lastsLongerAlready(String from, String asked) {
        return new Problem(
                Code.EXTENSION_TOO_SHORT,
                "The access lasts until " + from + " already, and " + asked + " is no later than that.",
                "Name a later end; access that is not needed any more can be ended now.");
    }

    /** @param whom as the beginning of a sentence */
    public static Problem principalDeleted(String whom, Target target) {
        return new Problem(
                Code.GRANT_MISSING,
                whom + " seems to have been deleted: the bot's statement in the policy of " + target.text()
                        + " shows the id of a deleted one, which lets nobody in, so there is nothing to extend.",
                "If it is there again, ask for the access again: it has another id now.");
    }

    public static Problem takenOutByOthers(Access access, String whom, Target target) {
        return new Problem(
                Code.GRANT_MISSING,
                "The bot's statement doesn't give " + access + " to " + whom
                        + " any more: somebody else took it out of the policy of " + target.text()
                        + ", so there is nothing to extend.",
                "Find out who else changes this policy, and ask for the access again.");
    }

    public static Problem otherPartition(Partition home, String principal) {
        return new Problem(
                Code.PARTITION_MISMATCH,
                "The repository is in the partition " + home + ", and " + principal + " is in another.",
                "Name a principal whose ARN starts with arn:" + home + ":.");
    }

    public static Problem lambdaOnlyFetches(Access access, Access pull) {
        return new Problem(
                Code.ACCESS_UNKNOWN,
                "Lambda only fetches images: " + access + " can't be granted to it.",
                "Ask for " + pull + ", or name the role that is to have " + access + ".");
    }

    public static Problem lambdaInOtherRegion(Region functions, Region repository) {
        return new Problem(
                Code.PRINCIPAL_MALFORMED,
                "Lambda takes images from its own Region only: the functions are in " + functions
                        + " and the repository in " + repository + ".",
                "Name a repository in " + functions + ", or functions in " + repository + ".");
    }

    /**
     * @param root the id of the unit that was named
     * @param organization how people call it
     * @param id the organization's id
     */
    public static Problem wholeOrganization(String root, String organization, String id) {
        return new Problem(
                Code.PRINCIPAL_MALFORMED,
                root + " is the root of " + organization + ": everybody in the organization is below it.",
                "Name org:" + id + " for all of it, or a unit below the root.");
    }

    public static Problem neverGranted(String whom) {
        return new Problem(
                Code.PRINCIPAL_MALFORMED,
                "Access isn't granted to " + whom + ".",
                "Name a role, a user, a whole account, an organization or the Lambda functions of an account.");
    }

    /** @param key the key of the rule's condition */
    public static Problem conditionDoesNotFit(Access access, String key, String whom) {
        return new Problem(
                Code.PRINCIPAL_MALFORMED,
                "The rule gives " + access + " under a condition on " + key + ", which can't stand beside " + whom
                        + ".",
                "Name the roles that are to have it.");
    }

    public static Problem endOutOfTime() {
        return new Problem(
                Code.DURATION_MALFORMED,
                "The access would end before it begins, or after the year 9999.",
                "Name an end that lies ahead.");
    }

    /** AWS enforces too little of a registry's policy for a grant to do anything. */
    public static Problem scopeTooOld(PolicyHolder registry) {
        return scope(
                registry,
                "that has the scope V1: AWS enforces three actions there (replication, pull-through"
                        + " cache, making repositories) and no others.");
    }

    public static Problem scopeUnknown(PolicyHolder registry) {
        return scope(
                registry,
                "AWS named a scope for it that ecr-bot doesn't know, so what it would enforce there is unknown.");
    }

    private static Problem scope(PolicyHolder registry, String why) {
        return new Problem(
                Code.REGISTRY_SCOPE,
                "A grant on a pattern would stand in the policy of " + registry.label() + ", and " + why,
                "Ask whoever runs the registry to set its REGISTRY_POLICY_SCOPE to V2, or ask for the repositories one"
                        + " by one. ecr-bot never changes that setting.");
    }
}
