package dev.ecrbot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines and cuts those that are too long to be meant, so that no input fills the memory. */
final class Lines {
    /** More than two policies of AWS's length take, however they are escaped. */
    static final int LONGEST = 500_000;

    private final BufferedReader reader;

    Lines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next line, one character longer than the longest if it was cut; nothing at the end. */
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
            c = reader.read();
        }
        return Optional.of(line.toString());
    }
}
