package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.request.RequestId;
import java.util.Optional;

/**
 * A click on a button, as Slack delivered it; all of it unchecked.
 *
 * @param value what the button carries
 * @param block the id of the block that it stands in
 * @param trigger what Slack opens a modal for, within three seconds of the click
 */
record Press(String value, String block, Optional<String> trigger) {

    /** Returns the request that the button is about; empty if it names none. */
    Optional<RequestId> about() {
        return RequestId.parse(value);
    }

    /** Returns the request that a modal can be opened about; empty if the button names none, or no modal can be opened. */
    Optional<RequestId> opensAbout() {
        return trigger.flatMap(id -> about());
    }
}
