package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What came of an errand.
 *
 * @param modal opened for the person, if there is one
 * @param anew what shows the modal anew once it is open, where something in it takes longer than Slack waits for a modal
 * @param answer told where no modal is opened, or where Slack doesn't open it
 */
record Served(Optional<View> modal, Optional<UnaryOperator<View>> anew, Answer answer) {

    static Served told(Answer answer) {
        return new Served(Optional.empty(), Optional.empty(), answer);
    }

    /** A modal that is whole as it is opened. */
    static Served opened(View modal, Answer instead) {
        return new Served(Optional.of(modal), Optional.empty(), instead);
    }
}
