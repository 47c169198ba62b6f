package dev.ecrbot.command.word;

/**
 * What a person typed in their own words, as one line of visible characters: invisible and bidi characters are taken out,
 * control characters and every kind of blank become single blanks. Dashes and quotes stay as they are.
 */
public record TypedText(String text) {
    private static final int REPLACEMENT = 0xFFFD;

    public TypedText {
        if (!text.equals(visible(text))) {
            throw new IllegalArgumentException("a typed text is cleaned first");
        }
    }

    /** Cleans a text: a form's field, or a reason. */
    public static TypedText of(String raw) {
        return new TypedText(visible(raw));
    }

    private static String visible(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(line, c));
        return line.toString().strip();
    }

    private static void append(StringBuilder line, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
            default -> {
                if (!showsNothing(c)) {
                    line.appendCodePoint(legible(c));
                }
            }
        }
    }

    /** Returns the character, or what stands for one that nobody can read. */
    public static int legible(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE, Character.PRIVATE_USE -> REPLACEMENT;
            // New emoji are unassigned to an older JDK.
            case Character.UNASSIGNED -> c >= 0x1F000 && c <= 0x1FBFF ? c : REPLACEMENT;
            default -> c;
        };
    }

    /**
     * Returns whether a character shows nothing by itself: bidi controls, zero-width characters and tags, and the letters
     * and marks that do so, too, Hangul fillers, variation selectors, the joiner of graphemes.
     */
    public static boolean showsNothing(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x034F
                || c == 0x2800
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
