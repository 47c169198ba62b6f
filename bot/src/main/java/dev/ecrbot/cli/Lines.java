package dev.ecrbot.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads lines and cuts those that are too long to be meant, so that no input fills the memory. Not thread-safe. */
final class Lines {
    /** In bytes. */
    private final int longest;

    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int from;
    private int to;

    /** @param longest the most bytes that a line may have */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Returns the next lines, one byte longer than the longest where one was cut; none at the end. Waits for the first alone, so
     * that whoever writes a line at a time has its answer.
     *
     * @param bytes after which no other line is begun
     */
    List<byte[]> some(int bytes) throws IOException {
        var lines = new ArrayList<byte[]>();
        int held = 0;
        while (held < bytes && (lines.isEmpty() || from < to || in.available() > 0) && !isAtEnd()) {
            byte[] line = next();
            lines.add(line);
            held += line.length + 1;
        }
        return lines;
    }

    private byte[] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (!isAtEnd()) {
            int end = from;
            while (end < to && read[end] != '\n') {
                end++;
            }
            line.write(read, from, Math.min(end - from, longest + 1 - line.size()));
            from = end;
            if (end < to) {
                from++;
                break;
            }
        }
        return line.toByteArray();
    }

    private boolean isAtEnd() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(read));
            return to == 0;
        }
        return false;
    }
}
