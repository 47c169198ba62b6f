package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads what an ask under a rule has to keep to. */
final class TermsReader {
    private TermsReader() {}

    static Terms read(Section rule) {
        Optional<Duration> maxDuration = rule.optional("max_duration").flatMap(Spans::read);
        ReasonRule reason = rule.optional("reason").flatMap(TermsReader::reason).orElse(Terms.NONE.reason());
        AccessConditions conditions =
                rule.optional("conditions").map(ConditionsReader::read).orElse(Terms.NONE.conditions());
        Quota quota = rule.optional("limits")
                .flatMap(Item::section)
                .map(TermsReader::quota)
                .orElse(Terms.NONE.quota());
        return new Terms(maxDuration, reason, conditions, quota);
    }

    private static Quota quota(Section limits) {
        try (limits) {
            return new Quota(most(limits, "pending_per_person"), most(limits, "grants_per_person"));
        }
    }

    private static Optional<Integer> most(Section limits, String key) {
        return limits.optional(key).flatMap(item -> item.wholeNumber(1, Integer.MAX_VALUE));
    }

    private static Optional<ReasonRule> reason(Item item) {
        return item.text().flatMap(text -> switch (text) {
            case "optional" -> Optional.of(new ReasonRule.Free());
            case "required" -> Optional.of(new ReasonRule.Required());
            default -> matching(item, text);
        });
    }

    private static Optional<ReasonRule> matching(Item item, String expression) {
        try {
            return Optional.of(new ReasonRule.Matching(expression));
        } catch (PatternSyntaxException e) {
            return item.wrong(RuleMistakes.noReasonRule(e.getDescription(), e.getIndex() + 1), expression);
        }
    }
}
