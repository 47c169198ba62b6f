package dev.ecrbot.cli;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines and cuts those that are too long to be meant, so that no input fills the memory. */
final class Lines {
    /** More than two policies of AWS's length take, however they are escaped. */
    static final int LONGEST = 500_000;

    private final Reader reader;
    private final char[] read = new char[1 << 16];
    private int from;
    private int to;

    Lines(Reader reader) {
        this.reader = reader;
    }

    /** Returns the next line, one character longer than the longest if it was cut; nothing at the end. */
    Optional<String> next() throws IOException {
        if (isAtEnd()) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        while (!isAtEnd()) {
            int end = from;
            while (end < to && read[end] != '\n') {
                end++;
            }
            line.append(read, from, Math.min(end - from, LONGEST + 1 - line.length()));
            from = end;
            if (end < to) {
                from++;
                return Optional.of(line.toString());
            }
        }
        return Optional.of(line.toString());
    }

    private boolean isAtEnd() throws IOException {
        if (from == to) {
            from = 0;
            to = reader.read(read);
        }
        return to < 0;
    }
}
