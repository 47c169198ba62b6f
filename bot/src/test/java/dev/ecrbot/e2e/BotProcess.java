package dev.ecrbot.e2e;

import dev.ecrbot.LongestWait;
import dev.ecrbot.SteeredMain;
import dev.ecrbot.sandbox.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bot as a process of its own, that can be killed and told to end. */
final class BotProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;

    private BotProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Starts the bot; what it prints goes to files in the directory. Returns at once. */
    static BotProcess start(Path directory, Path config, Map<String, String> environment) {
        try {
            Path errors = Files.createTempFile(directory, "bot", ".err");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=UTF-8",
                            // The test's machine runs much at once, and nothing here lives for long.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dtests.full=" + System.getProperty("tests.full", "false"),
                            "-D" + SteeredMain.AHEAD + "=" + ahead(directory),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SteeredMain.class.getName(),
                            "run",
                            "--config",
                            config.toString())
                    .redirectError(errors.toFile())
                    .redirectOutput(
                            Files.createTempFile(directory, "bot", ".out").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SLACK_") || name.startsWith("STORE_"));
            builder.environment().putAll(environment);
            return new BotProcess(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the clocks of all bots ahead that were started with this directory. */
    static void setAhead(Path directory, Duration by) {
        try {
            Path whole = Files.writeString(directory.resolve("ahead.new"), by.toString());
            Files.move(whole, ahead(directory), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ahead(Path directory) {
        return directory.resolve("ahead");
    }

    /** Waits until it is ready; ends it if it isn't in time. */
    BotProcess awaitReady(int opsPort) {
        try {
            new Readiness(opsPort).await();
            return this;
        } catch (AssertionError e) {
            kill();
            throw new AssertionError(e.getMessage() + "\n" + errors(), e);
        }
    }

    /** Ends it as {@code kill -9} does; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to end, as SIGTERM does; returns at once. */
    void terminate() {
        process.destroy();
    }

    /** Stops it in its tracks, as SIGSTOP does, until it is resumed. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Waits until it has ended. */
    int exitCode() {
        try {
            if (!process.waitFor(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + LongestWait.SECONDS + " s\n" + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Returns what it has printed to stderr. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
