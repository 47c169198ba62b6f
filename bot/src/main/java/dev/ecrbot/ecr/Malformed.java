package dev.ecrbot.ecr;

import java.io.Serial;

/** A text that isn't what it should be; the message says what would be right, and never holds more than 80 characters of it. */
public final class Malformed extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private Malformed(String message) {
        super(message);
    }

    /** Refuses {@code text} with the sentence {@code right}, which says what it should have been. */
    public static Malformed because(String right, String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new Malformed(right + ", not “" + shown.replaceAll("\\p{Cntrl}", "?") + "”");
    }

    static void unless(boolean right, String sentence, String text) {
        if (!right) {
            throw because(sentence, text);
        }
    }
}
