package dev.ecrbot.rules;

/** Matches texts against patterns in which {@code *} stands for any characters or none, and all else for itself. */
final class Glob {

    private Glob() {}

    /** Returns whether the pattern covers the whole text. Takes the leftmost place for each piece, so it never tries again. */
    static boolean matches(String pattern, String text) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return pattern.equals(text);
        }
        int last = pattern.lastIndexOf('*');
        int end = text.length() - (pattern.length() - last - 1);
        if (end < first
                || !text.startsWith(pattern.substring(0, first))
                || !text.endsWith(pattern.substring(last + 1))) {
            return false;
        }
        int at = first;
        int from = first + 1;
        while (from <= last) {
            int star = pattern.indexOf('*', from);
            String piece = pattern.substring(from, star);
            int found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
            from = star + 1;
        }
        return true;
    }
}
