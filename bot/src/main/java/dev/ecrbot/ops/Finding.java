package dev.ecrbot.ops;

import java.util.Optional;

/**
 * What a probe has found.
 *
 * @param trouble what is wrong; empty if nothing is
 * @param vital whether the bot is of no use then
 */
record Finding(Optional<String> trouble, boolean vital) {

    boolean isDown() {
        return trouble.isPresent() && vital;
    }

    /** Returns the word for it on the health page. */
    String state() {
        if (trouble.isEmpty()) {
            return "up";
        }
        return vital ? "down" : "warning";
    }

    /** Returns it as a number: the higher the worse. */
    int level() {
        if (trouble.isEmpty()) {
            return 0;
        }
        return vital ? 2 : 1;
    }
}
