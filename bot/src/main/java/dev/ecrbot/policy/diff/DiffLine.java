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

    @Override
    public String toString() {
        return sign.mark() + text;
    }
}
