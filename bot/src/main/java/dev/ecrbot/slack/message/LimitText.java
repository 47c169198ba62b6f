package dev.ecrbot.slack.message;

import dev.ecrbot.policy.evaluation.Terms;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.List;

/** Writes what keeps access from being all that was asked for, as its card showed it. */
record LimitText(Plan plan) {
    private static final int LONGEST = 600;

    /** Returns what does; nothing where nothing does. */
    List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        plan.warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.DENY_PRESENT)
                .forEach(warning -> lines.add(RichTextLine.bold("But: ", SafeText.line(warning.text(), LONGEST))));
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
}
