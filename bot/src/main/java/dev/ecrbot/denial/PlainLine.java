package dev.ecrbot.denial;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    private static final int LOGGED = 2;

    /** What collectors of logs put before each line: when it was written, and by which container, pod or program. */
    private static final Pattern LOG = Pattern.compile(
            "(?:b?[\"']{1,2})?(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[\\d.,:+Z-]{0,20}+\\]? "
                    + "|[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d )?"
                    + "(?:[\\w./-]{1,80}+(?: [\\w./-]{1,40}+){0,2} {0,40}\\| ?|\\[[\\w./-]{1,120}+\\] "
                    + "|[\\w.-]{1,64}+ [\\w.-]{1,40}+\\[\\d{1,8}+\\]: )?");

    private static final Pattern NUMBER = Pattern.compile(" {0,12}(\\d{1,6}+)(?: {1,4}|[:|.)] {0,4})");

    /** What differences, lists and tables put before each line. */
    private static final Pattern MARK = Pattern.compile(" {0,12}[-+|*#] ");

    private static final Pattern END_OF_ROW = Pattern.compile(" ?\\| {0,4}$");

    /** Returns the lines of the text. */
    static List<PlainLine> of(String text) {
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> append(plain, c));
        return plain.toString()
                .lines()
                .map(line -> new PlainLine(withoutMargin(line), line.length()))
                .toList();
    }

    /** Returns whether it looks like a piece of a log, where what stands before the lines is none of the text. */
    static boolean logged(List<PlainLine> lines) {
        return lines.stream().filter(line -> line.log() > 0).limit(LOGGED).count() == LOGGED;
    }

    private int log() {
        Matcher log = LOG.matcher(text);
        return log.lookingAt() ? log.end() : 0;
    }

    /** Returns the lines without their numbers or marks, if each of them has one. */
    static List<PlainLine> unmarked(List<PlainLine> lines) {
        List<PlainLine> written =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        boolean listed = written.size() >= LOGGED
                && (numbered(written) || written.stream().allMatch(PlainLine::marked));
        Pattern margin = listed && written.get(0).marked() ? MARK : NUMBER;
        return listed ? lines.stream().map(line -> line.without(margin)).toList() : lines;
    }

    /** Returns whether each begins with the number after the last one's: a number alone may be the middle of an ARN. */
    private static boolean numbered(List<PlainLine> lines) {
        List<Integer> numbers = lines.stream().map(PlainLine::number).toList();
        return IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i) == numbers.get(i - 1) + 1);
    }

    private int number() {
        Matcher number = NUMBER.matcher(text);
        // None comes after itself.
        return number.lookingAt() ? Integer.parseInt(number.group(1)) : Integer.MIN_VALUE;
    }

    private boolean marked() {
        return MARK.matcher(text).lookingAt();
    }

    private PlainLine without(Pattern margin) {
        Matcher before = margin.matcher(text);
        String rest = before.lookingAt() ? text.substring(before.end()) : text;
        return new PlainLine(END_OF_ROW.matcher(rest).replaceAll(""), width);
    }

    PlainLine withoutLog() {
        return new PlainLine(text.substring(log()), width);
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
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, '`' -> plain.append('\'');
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x300C, 0x300D -> plain.append('"');
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
