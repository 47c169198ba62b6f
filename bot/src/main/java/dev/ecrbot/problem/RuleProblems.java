package dev.ecrbot.problem;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Why no rule decides on what is asked for, or why the one that does doesn't give it so. */
public final class RuleProblems {
    private RuleProblems() {}

    /**
     * @param repository with its registry and Region
     * @param others the patterns that there are rules for, as a list; empty if there are none
     */
    public static Problem noneForRepository(String repository, Optional<String> others) {
        return new Problem(
                Code.NO_RULE,
                "No rule covers repository " + repository + ".",
                others.map(patterns -> "There are rules for: " + patterns
                                + ". Check the name, or ask whoever runs this bot to add a rule for it.")
                        .orElse("Ask whoever runs this bot to add a rule for it."));
    }

    /**
     * @param rule the nearest one
     * @param repository with its registry and Region
     * @param asked what of the ask it doesn't cover
     * @param covered what it covers instead, as a list
     */
    public static Problem none(String rule, String repository, Collection<String> asked, String covered) {
        return new Problem(
                Code.NO_RULE,
                "No rule covers this. The nearest, " + rule + ", covers repository " + repository + ", but not "
                        + String.join(" and not ", asked) + ".",
                "It covers " + covered + ". Ask for that, or ask whoever runs this bot to add a rule.");
    }

    /** @param pattern with its registry and Region */
    public static Problem noPatterns(String rule, String pattern) {
        return new Problem(
                Code.PATTERN_REFUSED,
                "Rule " + rule + " decides on " + pattern + ", and gives access to one repository at a time only.",
                "Ask for the repositories one by one, or ask whoever runs this bot to set “patterns: true” in that rule.");
    }

    /**
     * @param pattern with its registry and Region
     * @param rule the first that covers some of it
     * @param covered what that one covers
     */
    public static Problem patternTooWide(String pattern, String rule, String covered) {
        return new Problem(
                Code.PATTERN_TOO_WIDE,
                "No rule covers all of " + pattern + ". The first that covers some of it, " + rule + ", covers "
                        + covered + ".",
                "Ask for a pattern within that, or for the repositories one by one.");
    }

    /**
     * @param rule the one that covers all of it
     * @param pattern with its registry and Region
     * @param first the one that comes before
     * @param covered what that one covers
     */
    public static Problem patternOverlaps(String rule, String pattern, String first, String covered) {
        return new Problem(
                Code.PATTERN_OVERLAP,
                "Rule " + rule + " covers all of " + pattern + ", but rule " + first
                        + " comes before it and decides on some of it: " + covered + ".",
                "Ask for a pattern that only one of the two covers, or for the repositories one by one.");
    }

    public static Problem reasonMissing() {
        return new Problem(Code.REASON_REQUIRED, "This needs a reason.", "Add “because …” at the end and ask again.");
    }

    /** @param expression the regular expression that one has to match */
    public static Problem reasonOfFormMissing(String expression) {
        return reason("The rule asks for a reason of this form: " + expression);
    }

    /** @param expression the regular expression that it has to match */
    public static Problem reasonOfOtherForm(String expression) {
        return reason("The reason doesn't have the form that the rule asks for: " + expression);
    }

    private static Problem reason(String what) {
        return new Problem(Code.REASON_REQUIRED, what, "Add “because …” with such a reason at the end and ask again.");
    }

    /** @param right those values of the tag that say who decides */
    public static Problem noOwnerTag(String rule, String tag, Repository repository, Collection<String> right) {
        return new Problem(
                Code.NO_APPROVER,
                "Rule " + rule + " knows by the tag “" + tag + "” who decides, and the repository " + repository.text()
                        + " has no such tag.",
                "Have the tag “" + tag + "” set on it in AWS, to one of: " + String.join(", ", right) + ".");
    }

    /** @param right those values of the tag that say who decides */
    public static Problem ownerTagUnknown(
            String tag, Repository repository, String value, String rule, Collection<String> right) {
        return new Problem(
                Code.NO_APPROVER,
                "The tag “" + tag + "” of the repository " + repository.text() + " is “" + value + "”, and rule " + rule
                        + " doesn't say who decides there.",
                "Have whoever runs ecr-bot add that value to approvers.people of the rule, or have the tag set to one of: "
                        + String.join(", ", right) + ".");
    }

    public static Problem ownerTagOfPattern(String rule, String tag) {
        return new Problem(
                Code.NO_APPROVER,
                "Rule " + rule + " goes by the tag “" + tag + "” of each repository, and a pattern of them has none.",
                "Ask for the repositories one by one.");
    }

    /** @param problem what keeps the tags from being read */
    public static Problem ownerTagsUnreadable(String rule, String tag, Repository repository, Problem problem) {
        return new Problem(
                problem.code(),
                "Rule " + rule + " knows by the tag “" + tag + "” who decides, and the tags of " + repository.text()
                        + " can't be read. " + problem.what(),
                "Try again; if it happens again, have whoever runs ecr-bot let its role call"
                        + " ecr:ListTagsForResource there.");
    }

    public static Problem repositoryNotSaid(String rule) {
        return new Problem(
                Code.NO_APPROVER,
                "Rule " + rule + " goes by a tag of each repository, and which one is meant isn't known.",
                "Try again.");
    }

    public static Problem ownerNotFoundOut(String rule) {
        return new Problem(
                Code.NO_APPROVER,
                "Who decides by rule " + rule + " couldn't be found out for a moment, so nothing was done.",
                "Try again.");
    }

    /**
     * @param approvals how many it needs
     * @param able how many people could give it
     * @param why why not the others, as a list; empty if there are none
     * @param people ids of those whom it lists
     */
    public static Problem tooFewApprovers(
            String rule, int approvals, int able, Optional<String> why, Set<String> people) {
        String needed = approvals == 1 ? "an approval" : approvals + " approvals";
        String given = able == 0 ? "nobody" : able == 1 ? "only one person" : "only " + able + " people";
        return new Problem(
                Code.NO_APPROVER,
                "Rule " + rule + " needs " + needed + ", and " + given + " could give it"
                        + why.map(reasons -> ": " + reasons + ".").orElse("."),
                "Ask whoever runs this bot to list more approvers in the rule.",
                people);
    }

    /**
     * @param asked under which conditions the request asks for it
     * @param given under which ones the rule gives it
     */
    public static Problem conditionsChanged(String request, Access access, String asked, String rule, String given) {
        return new Problem(
                Code.CONDITIONS_CHANGED,
                request + " asks for " + access + " " + asked + ", and by now rule " + rule + " gives it " + given
                        + ".",
                "Deny it; the requester can ask again.");
    }

    /**
     * @param given under which conditions it was given
     * @param gives under which ones the rule gives it
     */
    public static Problem conditionsChangedSince(String given, String rule, Access access, String gives) {
        return new Problem(
                Code.CONDITIONS_CHANGED,
                "It was given " + given + ", and by now rule " + rule + " gives " + access + " " + gives
                        + ", so it can't get a later end.",
                "Ask for it anew, with a grant.");
    }

    public static Problem noLongerSoLong(String rule, String request) {
        return new Problem(
                Code.DURATION_TOO_LONG,
                "Rule " + rule + " no longer allows a grant as long as " + request + " asks for.",
                "Deny it; the requester can ask again for less.");
    }

    public static Problem registryRemoved(Target target) {
        return new Problem(
                Code.REGISTRY_UNKNOWN,
                target.text() + " is in account " + target.account() + ", " + target.region()
                        + ", and ecr-bot isn't set up for that any more.",
                "Ask whoever runs the bot to put it back into the configuration, or let the request expire.");
    }
}
