package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.evaluation.TermText;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a rule gives more of, or asks less for, than the one that decided before, whoever asks. */
final class LooserTerms {
    private LooserTerms() {}

    /** Returns it as parts of sentences. */
    static List<String> of(Rule before, Rule now, Access access) {
        return Stream.of(
                        wider(before, access),
                        Optional.of("fewer approvals are enough: "
                                        + now.approvers().approvals() + " instead of "
                                        + before.approvers().approvals())
                                .filter(text -> now.approvers().approvals()
                                        < before.approvers().approvals()),
                        Optional.of("approvers may approve what they asked for themselves")
                                .filter(text -> now.approvers().selfApproval()
                                        && !before.approvers().selfApproval()),
                        Optional.of("it may last longer: " + span(now) + " instead of " + span(before))
                                .filter(text -> longest(now).compareTo(longest(before)) > 0),
                        Optional.of("one person may have more of it at once: " + quota(now) + " instead of "
                                        + quota(before))
                                .filter(text -> isWider(
                                                now.terms().quota().pending(),
                                                before.terms().quota().pending())
                                        || isWider(
                                                now.terms().quota().active(),
                                                before.terms().quota().active())),
                        reason(before.terms().reason(), now.terms().reason()),
                        Optional.of("it is given " + conditions(now) + " instead of " + conditions(before))
                                .filter(text -> !before.terms()
                                        .conditions()
                                        .areKeptBy(now.terms().conditions())),
                        Optional.of("it may be asked for by pattern")
                                .filter(text -> now.scope().patterns()
                                        && !before.scope().patterns()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> wider(Rule before, Access access) {
        var more = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        more.addAll(access.actions());
        before.scope().access().stream()
                .filter(old -> old.word().equals(access.word()))
                .forEach(old -> old.actions().forEach(more::remove));
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(access.word() + " gives " + String.join(", ", more) + ", too");
    }

    private static Optional<String> reason(ReasonRule before, ReasonRule now) {
        if (now.equals(before) || before instanceof ReasonRule.Free) {
            return Optional.empty();
        }
        if (now instanceof ReasonRule.Free) {
            return Optional.of("no reason is needed any more");
        }
        // Which of two expressions lets in more can't be told.
        return before instanceof ReasonRule.Matching
                ? Optional.of("a reason of another form is enough")
                : Optional.empty();
    }

    private static Duration longest(Rule rule) {
        return rule.terms().maxDuration().orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }

    private static boolean isWider(Optional<Integer> now, Optional<Integer> before) {
        return before.filter(most -> now.filter(more -> more <= most).isEmpty()).isPresent();
    }

    private static String quota(Rule rule) {
        Quota quota = rule.terms().quota();
        return quota.pending().map(most -> most + " requests").orElse("any number of requests") + " and "
                + quota.active().map(most -> most + " grants").orElse("any number of grants");
    }

    private static String conditions(Rule rule) {
        return rule.terms().conditions().isEmpty()
                ? "without conditions"
                : "if " + TermText.of(rule.terms().conditions());
    }

    private static String span(Rule rule) {
        return rule.terms().maxDuration().map(DurationText::of).orElse("for good");
    }
}
