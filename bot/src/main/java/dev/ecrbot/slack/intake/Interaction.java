package dev.ecrbot.slack.intake;

import java.util.Optional;

/**
 * A button, and who handles it.
 *
 * @param action the button's action id
 * @param modal the modal that this button is there to open
 */
record Interaction(String action, ClickHandler handler, Optional<Modal> modal) {

    static Interaction button(String action, ClickHandler handler) {
        return new Interaction(action, handler, Optional.empty());
    }

    static Interaction opening(String action, Modal modal) {
        return new Interaction(action, modal, Optional.of(modal));
    }
}
