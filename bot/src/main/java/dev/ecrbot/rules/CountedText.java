package dev.ecrbot.rules;

import java.io.Serial;

/**
 * A text that can be read only so often.
 *
 * <p>Some regular expressions try every way to split a text before they give up, and a person who knows one could keep a
 * thread busy for years. Java's matcher has no bound of its own, but it reads the text through this. Not thread-safe.
 */
final class CountedText implements CharSequence {
    private static final int READS = 1_000_000;

    private final String text;
    private int reads;

    CountedText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++reads > READS) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The matcher has read too much. */
    static final class Spent extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Spent() {
            super("the regular expression takes too long on this text", null, false, false);
        }
    }
}
