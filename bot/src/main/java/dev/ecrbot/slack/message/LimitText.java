package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.policy.evaluation.ConditionChange;
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
public record LimitText(Plan plan, Optional<CardHistory.Hindered> hindered) {
    private static final int LONGEST = 600;

    /** Returns what does; nothing where nothing does. */
    public List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        denied().forEach(what -> lines.add(RichTextLine.bold("But: ", what)));
        conditions().ifPresent(terms -> lines.add(RichTextLine.bold("Only under conditions: ", terms)));
        return lines;
    }

    private List<String> denied() {
        return hindered.map(CardHistory.Hindered::what).map(List::of).orElseGet(this::shown).stream()
                .filter(what -> !what.isBlank())
                .map(what -> SafeText.line(what, LONGEST))
                .toList();
    }

    private Optional<String> conditions() {
        List<String> conditions = plan.effects().stream()
                .filter(effect -> !effect.gains().isEmpty())
                .filter(effect -> !effect.conditions().isEmpty())
                .map(effect -> effect.terms()
                        .map(ConditionChange::after)
                        .orElseGet(() -> AccessText.conditions(effect.conditions())))
                .distinct()
                .toList();
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(SafeText.line(String.join("; ", conditions), LONGEST) + ".");
    }

    /** Says it behind what else a line says. */
    RichTextLine after(RichTextLine line) {
        denied().forEach(what -> line.text(" ").bold("But: ").text(what));
        conditions()
                .ifPresent(
                        terms -> line.text(" ").bold("Only under conditions: ").text(terms));
        return line;
    }

    private List<String> shown() {
        return plan.warnings().stream()
                .filter(warning ->
                        warning.kind() == Warning.Kind.DENY_PRESENT || warning.kind() == Warning.Kind.REGISTRY_UNKNOWN)
                .map(Warning::text)
                .toList();
    }
}
