package dev.ecrbot.denial;

import java.util.List;

/**
 * A line of a pasted text in plain characters: quotes, dashes and blanks as keyboards have them, nothing that is invisible, no
 * frame and no quotation mark before it.
 *
 * @param width how many characters it took with what stood before it
 */
record PlainLine(String text, int width) {
    private static final int FIRST_FRAME = 0x2500;
    private static final int LAST_FRAME = 0x259F;
    private static final char FRAME = '\u2502';

    /** Returns the lines of the text. */
    static List<PlainLine> of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(plain, c));
        return plain.toString()
                .lines()
                .map(line -> new PlainLine(withoutMargin(line), line.length()))
                .toList();
    }

    /** Takes away the bar that Terraform draws, or what mail and Slack put before a quotation, with the blank after it. */
    private static String withoutMargin(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == FRAME || line.charAt(at) == '>')) {
            at++;
            if (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }
        return line.substring(at).replace(FRAME, ' ');
    }

    private static void append(StringBuilder plain, int c) {
        if (c >= FIRST_FRAME && c <= LAST_FRAME) {
            plain.append(FRAME);
            return;
        }
        switch (c) {
            case '\n' -> plain.append('\n');
            case 0x2018, 0x2019, 0x201A, 0x201B, '`' -> plain.append('\'');
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB -> plain.append('"');
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> plain.append('-');
            case 0x2014, 0x2015 -> plain.append("--");
            case 0x2026 -> plain.append("...");
            default -> appendOther(plain, c);
        }
    }

    private static void appendOther(StringBuilder plain, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> plain.append(' ');
            case Character.FORMAT, Character.SURROGATE -> {}
            default -> plain.appendCodePoint(c);
        }
    }
}
