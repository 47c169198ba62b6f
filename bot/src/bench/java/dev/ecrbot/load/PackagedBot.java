package dev.ecrbot.load;

import dev.ecrbot.FreePort;
import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.slack.LocalSlack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged bot as a process of its own, in HTTP mode, with the JVM options that the README runs it with. */
final class PackagedBot implements AutoCloseable {
    // What the README has people start the jar with; the image has more.
    private static final String README_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx192m";

    private final Process process;
    private final Path log;
    private final int port;
    private final int ops;

    private PackagedBot(Process process, Path log, int port, int ops) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.ops = ops;
    }

    /** Starts it, and waits until it is ready; Slack delivers to it from then on. */
    static PackagedBot start(LocalSlack slack, LocalAws aws) throws IOException {
        return start(slack, aws, Files.createTempDirectory("ecr-bot-load").resolve("store"));
    }

    /** As the other, with its records in this H2 file, and with these options for the JVM besides. */
    static PackagedBot start(LocalSlack slack, LocalAws aws, Path store, String... options) throws IOException {
        int port = FreePort.next();
        int ops = FreePort.next();
        slack.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        Path jar = Path.of(System.getProperty("jar", "target/ecr-bot.jar"));
        Path log = Files.createTempFile("ecr-bot-load", ".log");
        var words = new ArrayList<>(List.of(
                System.getProperty(
                        "java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                "-Dfile.encoding=UTF-8"));
        words.addAll(List.of(System.getProperty("jvm", README_OPTIONS).split(" ")));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "-jar",
                jar.toString(),
                "run",
                "--config",
                config(slack, port, ops, store).toString()));
        var command = new ProcessBuilder(words);
        command.environment().putAll(aws.environment());
        command.environment()
                .putAll(Map.of(
                        "SLACK_BOT_TOKEN", slack.botToken(),
                        "SLACK_SIGNING_SECRET", slack.signingSecret()));
        Process started =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var bot = new PackagedBot(started, log, port, ops);
        try {
            new Readiness(ops).await();
            return bot;
        } catch (RuntimeException e) {
            started.destroy();
            throw e;
        }
    }

    int port() {
        return port;
    }

    int ops() {
        return ops;
    }

    /** Returns its process's id. */
    long pid() {
        return process.pid();
    }

    /** Returns where its log is. */
    Path log() {
        return log;
    }

    /** Returns how much memory it has, and had at most. */
    String memory() throws IOException {
        return Memory.of(process);
    }

    /** Returns the CPU time that it has taken since its start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Path config(LocalSlack slack, int port, int ops, Path store) throws IOException {
        String yaml = TrialConfig.http()
                .storedIn("jdbc:h2:file:" + store)
                .yaml(slack.apiUrl())
                .replaceFirst("port: 0", "port: " + port)
                .replaceFirst("port: 0", "port: " + ops);
        return Files.writeString(Files.createTempFile("ecr-bot-load", ".yml"), yaml);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
