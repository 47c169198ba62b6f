package dev.ecrbot.slack.message;

import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.List;

/** Writes what keeps access from being all that was asked for, as its card showed it. */
record LimitText(Plan plan) {
    private static final int LONGEST = 600;

    /** Returns the line with what limits it; nothing more where nothing does. */
    List<RichTextLine> after(RichTextLine given) {
        var lines = new ArrayList<RichTextLine>();
        lines.add(given);
        plan.warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.DENY_PRESENT)
                .forEach(warning -> lines.add(RichTextLine.bold("But: ", SafeText.line(warning.text(), LONGEST))));
        List<String> keys = plan.effects().stream()
                .filter(effect -> !effect.gains().isEmpty())
                .flatMap(effect -> effect.conditions().stream())
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            lines.add(RichTextLine.bold(
                    "Only under conditions: ", SafeText.line(String.join(", ", keys), LONGEST) + "."));
        }
        return lines;
    }
}
