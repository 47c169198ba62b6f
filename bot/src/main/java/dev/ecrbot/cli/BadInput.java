package dev.ecrbot.cli;

import java.io.Serial;

/** Input that can't be worked with; the message says which and why. */
final class BadInput extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
