package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import java.util.Optional;

/**
 * What came of an errand.
 *
 * @param modal opened for the person, if there is one
 * @param answer told where no modal is opened, or where Slack doesn't open it
 */
record Served(Optional<View> modal, Answer answer) {

    static Served told(Answer answer) {
        return new Served(Optional.empty(), answer);
    }
}
