package dev.ecrbot.slack.message;

import java.util.Locale;

/** Makes foreign text harmless to look at: nothing in it can hide, reorder or push aside what stands around it. */
public final class SafeText {
    /** How long a comment may be. */
    public static final int COMMENT = 1_000;

    private static final String CUT = "…";

    private SafeText() {}

    /** Returns the text as one line of visible characters, at most {@code most} of them. */
    public static String line(String text, int most) {
        return cut(inline(text).strip(), most);
    }

    /** Returns a part of a line: as {@link #line}, with a blank at either end kept. */
    static String inline(String text) {
        if (plain(text)) {
            return text;
        }
        var line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (blank(c)) {
                if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (visible(c)) {
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    // Nearly all text is, and nothing has to be looked up for it.
    private static boolean plain(String text) {
        char before = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /**
     * Returns one line of code exactly, with what can't be seen spelled out as JSON would escape it: in a document whose
     * bytes decide, leaving it out would show another document.
     */
    public static String code(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == ' ' || (visible(c) && !blank(c))) {
                line.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return line.toString();
    }

    /** Cuts between characters, never within one. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }

    /** Cuts something out of the middle of a line, so that it takes no more room than so many small letters. */
    public static String middle(String text, int most) {
        String whole = line(text, text.length() + CUT.length());
        if (Height.columns(whole) <= most) {
            return whole;
        }
        int[] characters = whole.codePoints().toArray();
        int room = (most - 1) / 2;
        int from = 0;
        for (int left = room; Height.columns(characters[from]) <= left; from++) {
            left -= Height.columns(characters[from]);
        }
        int to = characters.length;
        for (int left = room; Height.columns(characters[to - 1]) <= left; to--) {
            left -= Height.columns(characters[to - 1]);
        }
        return new String(characters, 0, from) + CUT + new String(characters, to, characters.length - to);
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL;
    }

    /** Format characters are bidi controls, zero-width characters and tags; fillers and selectors are letters that show nothing. */
    private static boolean visible(int c) {
        boolean hidden = switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
        boolean empty = c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
        return !hidden && !empty;
    }
}
