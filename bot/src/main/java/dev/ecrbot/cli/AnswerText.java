package dev.ecrbot.cli;

import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.evaluation.Decider;
import java.util.Locale;

/** Says in a line for people what part a statement had. */
final class AnswerText {
    private AnswerText() {}

    static String of(Decider decider) {
        String depends = decider.dependsOn().isEmpty()
                ? ""
                : ", depending on " + Names.clean(String.join(", ", decider.dependsOn()));
        return "statement " + (decider.statement() + 1)
                + decider.sid().map(sid -> " (" + Names.clean(sid) + ")").orElse("")
                + " of the " + decider.source().name().toLowerCase(Locale.ROOT) + "'s policy: "
                + decider.part().name().toLowerCase(Locale.ROOT) + depends;
    }
}
