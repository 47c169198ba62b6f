package dev.ecrbot.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One call of {@code policy}, as somebody types it. Whoever makes one holds the lock on the standard streams. */
record Line(int exit, String out, String error) {

    /** @param input what standard input holds */
    static Line of(String input, List<String> arguments) throws IOException {
        var out = new StringWriter();
        var error = new StringWriter();
        InputStream before = System.in;
        try (var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))) {
            System.setIn(in);
            int exit = PolicyTool.commands()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(error, true))
                    .execute(arguments.toArray(String[]::new));
            return new Line(exit, out.toString(), error.toString());
        } finally {
            System.setIn(before);
        }
    }

    static Line of(String input, String... arguments) throws IOException {
        return of(input, List.of(arguments));
    }
}
