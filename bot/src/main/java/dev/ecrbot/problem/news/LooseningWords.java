package dev.ecrbot.problem.news;

import java.util.Collection;
import java.util.Optional;

/**
 * What a rule lets people do that the one before didn't, as parts of a line. {@code people} are listed by their ids, and what is {@code before}
 * was so under the other rule.
 */
public final class LooseningWords {
    private LooseningWords() {}

    public static String anyone() {
        return "anyone";
    }

    public static String ask(String people) {
        return people + " may ask for it";
    }

    public static String approve(String people) {
        return people + " may approve it";
    }

    public static String askToTakeAway(String people) {
        return people + " may ask to have it taken away";
    }

    public static String approveTakingAway(String people) {
        return people + " may approve that it is taken away";
    }

    /** Goes on behind what they may do. */
    public static String whereTagIs(String what, String tag, String value) {
        return what + " where the repository's tag " + tag + " is " + value;
    }

    public static String takeAwayAtOnce() {
        return "approvers and holders may take it away without an approval";
    }

    public static String look(String people) {
        return people + " may look";
    }

    public static String lookWithoutRule(String people) {
        return look(people) + ", since no rule is left for it";
    }

    /**
     * @param review for how long
     * @param lasting for how long once it was reviewed
     */
    public static String breakGlass(String people, String review, String lasting, int perDay) {
        return people + " may have it at once in an emergency, for " + review + ", or for " + lasting
                + " once reviewed, " + perDay + " a day";
    }

    /** @param terms in words of this class */
    public static String byItself(String terms, Optional<String> before) {
        return "the rule approves it by itself for a named role: " + terms
                + before.map(old -> " instead of " + old).orElse("");
    }

    public static String atMost(String span, int perDay) {
        return "for " + span + " at most, " + perDay + " a day";
    }

    public static String fewerApprovals(int now, int before) {
        return "fewer approvals are enough: " + now + " instead of " + before;
    }

    public static String approveOwn() {
        return "approvers may approve what they asked for themselves";
    }

    public static String longer(Optional<String> now, Optional<String> before) {
        return "it may last longer: " + span(now) + " instead of " + span(before);
    }

    private static String span(Optional<String> span) {
        return span.orElse("for good");
    }

    /** @param now in words of this class */
    public static String more(String now, String before) {
        return "one person may have more of it at once: " + now + " instead of " + before;
    }

    public static String quota(Optional<Integer> requests, Optional<Integer> grants) {
        return requests.map(most -> most + " requests").orElse("any number of requests") + " and "
                + grants.map(most -> most + " grants").orElse("any number of grants");
    }

    /** @param now the conditions, in words */
    public static String otherConditions(Optional<String> now, Optional<String> before) {
        return "it is given " + conditions(now) + " instead of " + conditions(before);
    }

    private static String conditions(Optional<String> terms) {
        return terms.map(text -> "if " + text).orElse("without conditions");
    }

    public static String byPattern() {
        return "it may be asked for by pattern";
    }

    public static String wider(String access, Collection<String> actions) {
        return access + " gives " + String.join(", ", actions) + ", too";
    }

    public static String noReason() {
        return "no reason is needed any more";
    }

    public static String otherReason() {
        return "a reason of another form is enough";
    }
}
