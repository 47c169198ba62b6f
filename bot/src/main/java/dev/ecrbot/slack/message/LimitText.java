package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.policy.evaluation.Terms;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what keeps access from being all that was asked for.
 *
 * @param plan as its card showed it
 * @param hindered what was found since
 */
record LimitText(Plan plan, Optional<CardHistory.Hindered> hindered) {
    private static final int LONGEST = 600;

    /** Returns what does; nothing where nothing does. */
    List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        hindered.map(CardHistory.Hindered::what).map(List::of).orElseGet(this::shown).stream()
                .filter(what -> !what.isBlank())
                .forEach(what -> lines.add(RichTextLine.bold("But: ", SafeText.line(what, LONGEST))));
        List<String> conditions = plan.effects().stream()
                .filter(effect -> !effect.gains().isEmpty())
                .filter(effect -> !effect.conditions().isEmpty())
                .map(effect ->
                        effect.terms().map(Terms::after).orElseGet(() -> AccessText.conditions(effect.conditions())))
                .distinct()
                .toList();
        if (!conditions.isEmpty()) {
            lines.add(RichTextLine.bold(
                    "Only under conditions: ", SafeText.line(String.join("; ", conditions), LONGEST) + "."));
        }
        return lines;
    }

    private List<String> shown() {
        return plan.warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.DENY_PRESENT)
                .map(Warning::text)
                .toList();
    }
}
