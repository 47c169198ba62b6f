package dev.ecrbot.problem;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import java.util.Collection;
import java.util.Optional;

/** Why the rule that decides on what is asked for doesn't give it so. Conditions are in words; there are none where they are empty. */
public final class RuleProblems {
    private RuleProblems() {}

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
                "Rule " + rule
                        + " goes by a tag of each repository, and ecr-bot doesn't know which repository this is about.",
                "Try again.");
    }

    public static Problem ownerNotFoundOut(String rule) {
        return new Problem(
                Code.NO_APPROVER,
                "ecr-bot couldn't find out just now who decides by rule " + rule + ", so nothing was done.",
                "Try again.");
    }

    /**
     * @param asked under which conditions the request asks for it
     * @param given under which ones the rule gives it
     */
    public static Problem conditionsChanged(
            String request, Access access, Optional<String> asked, String rule, Optional<String> given) {
        return new Problem(
                Code.CONDITIONS_CHANGED,
                request + " asks for " + access + " " + under(asked) + ", and by now rule " + rule + " gives it "
                        + under(given) + ".",
                "Deny it; the requester can ask again.");
    }

    /**
     * @param given under which conditions it was given
     * @param gives under which ones the rule gives it
     */
    public static Problem conditionsChangedSince(
            Optional<String> given, String rule, Access access, Optional<String> gives) {
        return new Problem(
                Code.CONDITIONS_CHANGED,
                "It was given " + under(given) + ", and by now rule " + rule + " gives " + access + " " + under(gives)
                        + ", so it can't get a later end.",
                "Ask for it anew, with a grant.");
    }

    private static String under(Optional<String> conditions) {
        return conditions.map(terms -> "if " + terms).orElse("without a condition");
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
