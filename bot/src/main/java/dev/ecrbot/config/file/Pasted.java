package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.YamlMistakes;
import java.util.Optional;
import java.util.regex.Pattern;

/** What texts have in them that were copied from a page or a word processor: it looks right, and is something else. */
final class Pasted {
    private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb]");
    private static final Pattern BLANKS = Pattern.compile("[\u00a0\u2000-\u200b\u202f\u3000\ufeff]");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

    private static final Pattern INDENT = Pattern.compile("[ \t]*" + BLANKS.pattern() + ".*");

    private Pasted() {}

    /** Returns whether such blanks are what a line is indented with. */
    static boolean beginsOddly(String line) {
        return INDENT.matcher(line).matches();
    }

    /** Returns what to put in its place, as the end of a sentence; empty if there is nothing of that kind in it. */
    static Optional<String> hint(String text) {
        if (QUOTES.matcher(text).find()) {
            return Optional.of(YamlMistakes.curlyQuotes());
        }
        if (BLANKS.matcher(text).find()) {
            return Optional.of(YamlMistakes.oddBlank());
        }
        return DASHES.matcher(text).find() ? Optional.of(YamlMistakes.longDash()) : Optional.empty();
    }
}
