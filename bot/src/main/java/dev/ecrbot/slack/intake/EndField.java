package dev.ecrbot.slack.intake;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.field.TextField;
import java.util.Map;
import java.util.Optional;

/** The field for another end, read as it would be typed in a command. */
final class EndField {
    private static final TextField END = new TextField("end", "end.text", 40);

    static final String BLOCK = END.block();

    private EndField() {}

    static InputBlock shown(String label, String hint) {
        return END.shown(label, hint, "for 7d", false, false);
    }

    /** Returns the end that was filled in, {@code for 7d} for example; unchecked. */
    static String end(View view) {
        String end = END.text(view).orElse("");
        boolean said = end.startsWith("for ") || end.startsWith("until ") || end.isEmpty();
        return said ? end : "for " + end;
    }

    /** Returns what is wrong with it, by the id of its block. */
    static Map<String, Problem> wrong(Optional<Problem> problem) {
        return problem.<Map<String, Problem>>map(one -> Map.of(BLOCK, one)).orElse(Map.of());
    }

    /** Opens the modal for whoever may fill it in. Slack does so within three seconds: whoever is judged for longer clicks again. */
    static Served judged(Answer judgement, View modal, Problem notOpened) {
        return judgement instanceof Answer.FieldWanted
                ? Served.opened(modal, new Answer.Refused(notOpened))
                : Served.told(judgement);
    }
}
