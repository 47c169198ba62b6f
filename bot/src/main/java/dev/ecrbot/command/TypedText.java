package dev.ecrbot.command;

import static java.util.Map.entry;

import java.util.Map;

/**
 * What a person typed, as one line of visible characters: what Slack made of it is undone, invisible and bidi
 * characters are taken out, control characters and every kind of blank become single blanks.
 */
public record TypedText(String text) {
    private static final int REPLACEMENT = 0xFFFD;

    /** What keyboards and Slack make of plain characters; none of these stands in any name of AWS. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            entry(0x2018, "'"),
            entry(0x2019, "'"),
            entry(0x201A, "'"),
            entry(0x201B, "'"),
            entry(0x201C, "\""),
            entry(0x201D, "\""),
            entry(0x201E, "\""),
            entry(0x201F, "\""),
            entry(0x00AB, "\""),
            entry(0x00BB, "\""),
            entry(0x2010, "-"),
            entry(0x2011, "-"),
            entry(0x2012, "-"),
            entry(0x2013, "-"),
            entry(0x2212, "-"),
            entry(0x2014, "--"),
            entry(0x2015, "--"),
            entry(0x2026, "..."));

    public TypedText {
        if (!text.equals(visible(text))) {
            throw new IllegalArgumentException("a typed text is cleaned first");
        }
    }

    /** Cleans the text of a slash command: markup and escapes are undone, code ticks dropped. */
    public static TypedText ofCommand(String raw) {
        String unescaped = SlackMarkup.undone(raw);
        var plain = new StringBuilder(unescaped.length());
        unescaped.codePoints().filter(c -> c != '`').forEach(c -> {
            String replaced = PLAIN.get(c);
            if (replaced == null) {
                plain.appendCodePoint(c);
            } else {
                plain.append(replaced);
            }
        });
        return new TypedText(visible(plain.toString()));
    }

    /** Cleans the text of a form's field, where Slack changes nothing. */
    public static TypedText ofField(String raw) {
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
            case Character.FORMAT -> {}
            case Character.SURROGATE, Character.PRIVATE_USE -> line.appendCodePoint(REPLACEMENT);
            // New emoji are unassigned to an older JDK.
            case Character.UNASSIGNED -> line.appendCodePoint(c >= 0x1F000 && c <= 0x1FBFF ? c : REPLACEMENT);
            default -> {
                if (!looksEmpty(c)) {
                    line.appendCodePoint(c);
                }
            }
        }
    }

    /** Letters and marks that show nothing: Hangul fillers, variation selectors, the joiner of graphemes. */
    private static boolean looksEmpty(int c) {
        return c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x034F
                || c == 0x2800
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
