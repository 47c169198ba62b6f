package dev.ecrbot.denial;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pasted text as one line of plain characters, ready to be searched.
 *
 * @param text every run of blanks and line ends is one blank
 * @param lower the same with A to Z in lower case; every character has the same place
 * @param cut whether the end of it is missing, as far as that can be seen
 */
record PlainText(String text, String lower, boolean cut) {
    /** The most characters that are looked at; what stands behind them is taken for cut off. */
    static final int LONGEST = 1_000_000;

    /** ECS keeps so many characters of a reason. */
    private static final int ECS = 255;

    /** More are hardly one sentence. */
    private static final int FEW = 40;

    private static final String DOTS = "...";
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    /**
     * Returns the ways to read a text that was broken over lines, the likelier first: with a blank in place of every line
     * end, with full lines put together as they were before something broke them at a fixed width, and where there are few lines with
     * all of them put together; each of these without what a log puts before its lines, if it looks like one.
     */
    static List<PlainText> readings(String raw) {
        String bounded = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        String undone = Escapes.undone(bounded);
        String stripped = undone.strip();
        List<PlainLine> lines = PlainLine.unmarked(PlainLine.of(undone));
        boolean cut = raw.length() > LONGEST
                || bounded.strip().length() == ECS
                || stripped.endsWith(DOTS)
                || stripped.endsWith("…");
        Stream<PlainText> readings = readings(lines, cut);
        return (PlainLine.logged(lines)
                        ? Stream.concat(
                                readings(
                                        lines.stream()
                                                .map(PlainLine::withoutLog)
                                                .toList(),
                                        cut),
                                readings)
                        : readings)
                .distinct()
                .toList();
    }

    private static Stream<PlainText> readings(List<PlainLine> lines, boolean cut) {
        PlainText words = of(joined(lines, Integer.MAX_VALUE), cut);
        int width = lines.stream().mapToInt(PlainLine::width).max().orElse(0);
        PlainText glued = of(joined(lines, width), cut);
        PlainText whole = lines.size() <= FEW ? of(joined(lines, 0), cut) : words;
        return brokenAt(lines, width) ? Stream.of(glued, words, whole) : Stream.of(words, glued, whole);
    }

    private static PlainText of(String text, boolean cut) {
        String line = BLANKS.matcher(Markup.removed(text)).replaceAll(" ").strip();
        return new PlainText(line, lower(line), cut);
    }

    /** Returns whether all lines but the last have this width, and there are at least two of them. */
    private static boolean brokenAt(List<PlainLine> lines, int width) {
        return lines.size() > 2 && lines.stream().limit(lines.size() - 1L).allMatch(line -> line.width() == width);
    }

    private static String joined(List<PlainLine> lines, int full) {
        var text = new StringBuilder();
        boolean hyphen = false;
        for (PlainLine line : lines) {
            text.append(hyphen ? line.text().stripLeading() : line.text());
            hyphen = endsWithHyphen(line.text());
            // What wraps at words takes a hyphen for the end of one, and ARNs, hosts and AWS's own words are full of
            // them.
            if (line.width() < full && !hyphen) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static boolean endsWithHyphen(String line) {
        int last = line.length() - 1;
        return last > 0 && line.charAt(last) == '-' && Character.isLetterOrDigit(line.charAt(last - 1));
    }

    private static String lower(String text) {
        var lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    /** Returns whether the parts of the phrase, set apart by …, stand in the text in this order. */
    boolean has(String phrase) {
        int at = 0;
        for (String part : phrase.split("…")) {
            int found = lower.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    /** Returns whether one of the phrases is there. */
    boolean hasAny(List<String> phrases) {
        return phrases.stream().anyMatch(this::has);
    }

    /** Returns whether the word is there, and not as a part of a longer one. */
    boolean hasWord(String word) {
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            if (begins && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether something that ends here may go on in what was cut off. */
    boolean cutAt(int end) {
        return cut && end >= end();
    }

    /** Returns where the text ends, without dots that stand for the rest of it. */
    int end() {
        return text.length() - (text.endsWith(DOTS) ? DOTS.length() : 0);
    }
}
