package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.ConditionMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Under which conditions somebody is allowed something before a change, and after it.
 *
 * @param before in words; {@code always} or {@code never} without conditions
 * @param after in words
 * @param compared whether it was found out which requests are let through only before and which only after; otherwise
 *     there may be such, and may be none
 */
public record ConditionChange(String before, String after, boolean compared) {
    /** Returns nothing if it depends on nothing afterwards. */
    static Optional<ConditionChange> of(Ruling was, Ruling is, boolean compared) {
        return is.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConditionChange(words(was), words(is), compared));
    }

    private static String words(Ruling ruling) {
        if (ruling.isNo()) {
            return "never";
        }
        boolean always =
                ruling.allows().stream().anyMatch(allow -> allow.terms().isEmpty());
        String allowed = always ? "always" : "if " + words(ruling.allows());
        return ruling.denies().isEmpty() ? allowed : allowed + ", unless " + words(ruling.denies());
    }

    private static String words(List<Dependency> provisos) {
        return provisos.stream().map(ConditionChange::met).distinct().sorted().collect(Collectors.joining("; or if "));
    }

    private static String met(Dependency proviso) {
        return proviso.terms().entrySet().stream()
                .map(term -> term.getValue().map(ConditionMatcher::words).orElseGet(term::getKey))
                .collect(Collectors.joining(" and "));
    }
}
