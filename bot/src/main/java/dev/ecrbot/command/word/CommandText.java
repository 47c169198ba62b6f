package dev.ecrbot.command.word;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a slash command: what Slack made of it is undone, code ticks are dropped, every kind of blank has become a
 * single one. Invisible characters are still there, since a name with one in it is another name.
 *
 * @param typed as it was typed, for what is in the person's own words
 * @param plain as long as that, with the dashes and quotes that names are written and put in
 */
public record CommandText(String typed, String plain) {
    /** A whole line that was copied from where it stood in bold; a star anywhere else is part of a pattern. */
    private static final Pattern BOLD = Pattern.compile("^\\s*+\\*(?=[A-Za-z/])([^*]*+)(?<=[A-Za-z0-9])\\*\\s*+$");

    /** Reads what stands after the slash command, as Slack hands it over. */
    public static CommandText of(String raw) {
        var line = new StringBuilder(raw.length());
        BOLD.matcher(SlackMarkup.undone(raw))
                .replaceFirst("$1")
                .codePoints()
                .filter(c -> c != '`')
                .forEach(c -> line.appendCodePoint(isBlank(c) ? ' ' : TypedText.legible(c)));
        String typed = Stream.of(line.toString().split(" ", -1))
                .map(CommandText::bare)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        var plain = new StringBuilder(typed.length());
        typed.chars().forEach(c -> plain.append(plain((char) c)));
        return new CommandText(typed, plain.toString());
    }

    /** What keyboards and Slack make of plain characters; none of these stands in any name of AWS. */
    private static char plain(char c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x201A, 0x201B -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> '-';
            default -> c;
        };
    }

    private static boolean isBlank(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (c >= '\t' && c <= '\r') || c == 0x85;
        };
    }

    /** Returns a part as a name: written out where Slack has put two or three characters into one. */
    public String name(int from, int to) {
        return plain.substring(from, to)
                .replace("\u2014", "--")
                .replace("\u2015", "--")
                .replace("\u2026", "...");
    }

    /** Takes off what can't be seen at the edges of a word, where it hides nothing: Slack and web pages put it there. */
    private static String bare(String word) {
        int first = 0;
        int last = word.length();
        while (first < last && TypedText.showsNothing(word.codePointAt(first))) {
            first += Character.charCount(word.codePointAt(first));
        }
        while (last > first && TypedText.showsNothing(word.codePointBefore(last))) {
            last -= Character.charCount(word.codePointBefore(last));
        }
        return word.substring(first, last);
    }

    /** Returns what follows in the person's own words. */
    public String words(int from) {
        return TypedText.of(typed.substring(from)).text();
    }

    /** Shows every invisible character by its number: {@code sales[U+0000]x}. */
    public static String spelled(String name) {
        var shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (hides(c)) {
                shown.append('[').append(number(c)).append(']');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Returns whether this is a character that nobody sees. */
    public static boolean hides(int c) {
        return TypedText.showsNothing(c) || Character.getType(c) == Character.CONTROL;
    }

    public static String number(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
