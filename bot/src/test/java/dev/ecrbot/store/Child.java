package dev.ecrbot.store;

import dev.ecrbot.LongestWait;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs a class of the tests and is killed at the end, if it still lives. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    Child(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns the next line that starts so, without its start. */
    String await(String start) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(start)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the child ended without saying " + start);
        }
        return line.substring(start.length());
    }

    /** Kills it as {@code kill -9} does, and returns what it could still say. */
    List<String> kill() throws IOException, InterruptedException {
        // Through the handle, since the process's own method closes its output, read or not.
        process.toHandle().destroyForcibly();
        List<String> rest = output.lines().toList();
        if (!process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child lives on");
        }
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
