package dev.ecrbot.load;

import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Measures the packaged bot as a process of its own: from its start until it is ready, how long it takes to acknowledge
 * commands that come at a steady rate, and its memory afterwards; with the JVM options that the README runs it with. Slack and AWS are local and share the machine with it.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.AckLoad}, after the jar was packaged.
 */
public final class AckLoad {
    private static final int A_SECOND = Integer.getInteger("rate", 50);
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final List<String> TYPED = List.of(
            "status payments/api",
            "grant pull payments/api sales ci-deployer for 7d because load",
            "requests",
            "grant pul payments/api sales",
            "login web/frontend");

    private AckLoad() {}

    public static void main(String[] args) throws Exception {
        var clock = Clock.systemUTC();
        EcrModel ecr = SeedRegistry.model(clock);
        try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                var aws = new LocalAws(ecr, SeedRegistry.BOT_HOST)) {
            int port = freePort();
            int ops = freePort();
            slack.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
            long started = System.nanoTime();
            Process bot = start(slack, aws, config(slack, port, ops));
            try {
                new Readiness(ops).await();
                System.out.printf("ready after %d ms%n", since(started).toMillis());
                report(load(slack));
                System.out.printf("memory: %s%n", memory(bot));
            } finally {
                bot.destroy();
                bot.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static Process start(LocalSlack slack, LocalAws aws, Path config) throws IOException {
        Path jar = Path.of(System.getProperty("jar", "target/ecr-bot.jar"));
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-jar",
                jar.toString(),
                "run",
                "--config",
                config.toString());
        command.environment().putAll(aws.environment());
        command.environment()
                .putAll(Map.of(
                        "SLACK_BOT_TOKEN", slack.botToken(),
                        "SLACK_SIGNING_SECRET", slack.signingSecret()));
        return command.redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("ecr-bot-load", ".log").toFile())
                .start();
    }

    private static Path config(LocalSlack slack, int port, int ops) throws IOException {
        Path store = Files.createTempDirectory("ecr-bot-load").resolve("store");
        String yaml = TrialConfig.http()
                .storedIn("jdbc:h2:file:" + store)
                .yaml(slack.apiUrl())
                .replaceFirst("port: 0", "port: " + port)
                .replaceFirst("port: 0", "port: " + ops);
        return Files.writeString(Files.createTempFile("ecr-bot-load", ".yml"), yaml);
    }

    private static List<Delivery> load(LocalSlack slack) throws Exception {
        ScheduledExecutorService typing = Executors.newScheduledThreadPool(64);
        var sent = new ArrayList<ScheduledFuture<Delivery>>();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            String text = TYPED.get(i % TYPED.size());
            sent.add(typing.schedule(
                    () -> slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), text),
                    1_000_000_000L / A_SECOND * i,
                    TimeUnit.NANOSECONDS));
        }
        var deliveries = new ArrayList<Delivery>();
        for (ScheduledFuture<Delivery> one : sent) {
            deliveries.add(one.get());
        }
        typing.shutdown();
        return deliveries;
    }

    private static void report(List<Delivery> deliveries) {
        long acknowledged = deliveries.stream().filter(Delivery::acknowledged).count();
        List<Duration> took = deliveries.stream().map(Delivery::took).sorted().toList();
        System.out.printf(
                "%d commands, %d a second: %d acknowledged, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                deliveries.size(), A_SECOND, acknowledged, at(took, 0.50), at(took, 0.99), at(took, 1));
    }

    private static double at(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toNanos() / 1e6;
    }

    private static String memory(Process bot) throws IOException {
        return String.join(
                ", ",
                Files.readAllLines(Path.of("/proc/" + bot.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
