package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.problem.news.LooseningWords;
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
                        Optional.of(LooseningWords.fewerApprovals(
                                        now.approvers().approvals(),
                                        before.approvers().approvals()))
                                .filter(text -> now.approvers().approvals()
                                        < before.approvers().approvals()),
                        Optional.of(LooseningWords.approveOwn())
                                .filter(text -> now.approvers().selfApproval()
                                        && !before.approvers().selfApproval()),
                        Optional.of(LooseningWords.longer(span(now), span(before)))
                                .filter(text -> longest(now).compareTo(longest(before)) > 0),
                        Optional.of(LooseningWords.more(quota(now), quota(before)))
                                .filter(text -> isWider(
                                                now.terms().quota().pending(),
                                                before.terms().quota().pending())
                                        || isWider(
                                                now.terms().quota().active(),
                                                before.terms().quota().active())),
                        reason(before.terms().reason(), now.terms().reason()),
                        Optional.of(LooseningWords.otherConditions(conditions(now), conditions(before)))
                                .filter(text -> !before.terms()
                                        .conditions()
                                        .areKeptBy(now.terms().conditions())),
                        Optional.of(LooseningWords.byPattern())
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
        return more.isEmpty() ? Optional.empty() : Optional.of(LooseningWords.wider(access.word(), more));
    }

    private static Optional<String> reason(ReasonRule before, ReasonRule now) {
        if (now.equals(before) || before instanceof ReasonRule.Free) {
            return Optional.empty();
        }
        if (now instanceof ReasonRule.Free) {
            return Optional.of(LooseningWords.noReason());
        }
        // Which of two expressions lets in more can't be told.
        return before instanceof ReasonRule.Matching ? Optional.of(LooseningWords.otherReason()) : Optional.empty();
    }

    private static Duration longest(Rule rule) {
        return rule.terms().maxDuration().orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }

    private static boolean isWider(Optional<Integer> now, Optional<Integer> before) {
        return before.filter(most -> now.filter(more -> more <= most).isEmpty()).isPresent();
    }

    private static String quota(Rule rule) {
        Quota quota = rule.terms().quota();
        return LooseningWords.quota(quota.pending(), quota.active());
    }

    private static Optional<String> conditions(Rule rule) {
        return Optional.of(TermText.of(rule.terms().conditions())).filter(text -> !text.isEmpty());
    }

    private static Optional<String> span(Rule rule) {
        return rule.terms().maxDuration().map(DurationText::of);
    }
}
