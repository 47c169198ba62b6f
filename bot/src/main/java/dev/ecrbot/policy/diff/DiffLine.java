package dev.ecrbot.policy.diff;

/**
 * One line of the difference between two documents.
 *
 * @param text the line of JSON, indented; {@code …} for lines left out
 */
public record DiffLine(Sign sign, String text) {

    /** Whether the line came, went or stayed. */
    public enum Sign {
        ADDED('+'),
        REMOVED('-'),
        SAME(' ');

        private final char mark;

        Sign(char mark) {
            this.mark = mark;
        }

        /** Returns what stands before the line. */
        public char mark() {
            return mark;
        }
    }

    /**
     * Returns the line of this text, which begins with a sign.
     *
     * @throws IllegalArgumentException if it doesn't
     */
    public static DiffLine parse(String line) {
        for (Sign sign : Sign.values()) {
            if (!line.isEmpty() && line.charAt(0) == sign.mark()) {
                return new DiffLine(sign, line.substring(1));
            }
        }
        throw new IllegalArgumentException("a line of a diff starts with its sign");
    }

    @Override
    public String toString() {
        return sign.mark() + text;
    }
}
