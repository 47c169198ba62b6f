package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.problem.Problem;
import java.util.Map;
import java.util.Optional;

/** A modal: it is opened by a click, and knows what becomes of what was filled in. Thread-safe. */
interface Modal extends ClickHandler {

    /** Returns the callback id of its view. */
    String id();

    /** Returns the id of the block beside which Slack shows why a submission can't be taken in. */
    String block();

    /**
     * Returns what is wrong with what was filled in, as far as that can be told at once, by the id of the field's block; Slack
     * then keeps the modal open.
     */
    default Map<String, Problem> wrong(View view) {
        return Map.of();
    }

    /** As {@link #clicked}, for what was filled in. */
    Optional<Errand> submitted(View view);
}
