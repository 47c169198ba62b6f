package dev.ecrbot.policy;

/**
 * Where something stands in a text.
 *
 * @param line from 1
 * @param column from 1, counted in UTF-16 units
 */
public record TextPlace(int line, int column) {
    public TextPlace {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns are counted from 1");
        }
    }

    /** Returns the place, {@code line 3, column 14}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
