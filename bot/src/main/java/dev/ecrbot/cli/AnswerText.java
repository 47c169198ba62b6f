package dev.ecrbot.cli;

import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.evaluation.Answer;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.Verdict;
import java.util.Locale;

/** Writes an answer for people. */
final class AnswerText {
    private static final String GAP = System.lineSeparator() + "  ";

    private AnswerText() {}

    /** Returns what the repository's side decides, and says that it is no more than that. */
    static String of(Answer answer) {
        var text = new StringBuilder(verdict(answer.verdict()));
        answer.reason().ifPresent(reason -> text.append(GAP).append(reason));
        answer.decidedBy().forEach(decider -> text.append(GAP).append(of(decider)));
        return text.append(GAP)
                .append("This is the repository's side alone: the caller's own policies aren't looked at without --identity.")
                .toString();
    }

    /** Returns the verdict and what it depends on. */
    static String verdict(Verdict verdict) {
        return verdict.word()
                + (verdict.dependsOn().isEmpty() ? "" : " on " + Names.clean(String.join(", ", verdict.dependsOn())));
    }

    /** Returns in a line what part a statement had. */
    static String of(Decider decider) {
        return "statement " + number(decider) + " of the " + decider.source().title() + ": "
                + decider.part().name().toLowerCase(Locale.ROOT) + depends(decider);
    }

    /** Returns which statement it is, after a comma. */
    static String statement(Decider decider) {
        return ", statement " + number(decider) + depends(decider);
    }

    private static String number(Decider decider) {
        return decider.statement() + 1
                + decider.sid().map(sid -> " (" + Names.clean(sid) + ")").orElse("");
    }

    private static String depends(Decider decider) {
        return decider.dependsOn().isEmpty()
                ? ""
                : ", depending on " + Names.clean(String.join(", ", decider.dependsOn()));
    }
}
