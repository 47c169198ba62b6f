package dev.ecrbot.load;

import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Measures the packaged bot as a process of its own: from its start until it is ready, how long it takes to acknowledge
 * commands that come at a steady rate, and its memory afterwards; with the JVM options that the README runs it with. Slack and AWS are local and share the machine with it.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.AckLoad}, after the jar was packaged. {@code -Danchors=FILE} among
 * the bench's options names a file with the command of another program in each line, which is sent the same load before the bot:
 * {@code src/bench/anchors} has two.
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
        List<String> anchors = anchors();
        // The first one twice, and not measured at first: what sends the load has to get going itself.
        var measured = new AtomicBoolean(anchors.isEmpty());
        for (String command :
                Stream.concat(anchors.stream().limit(1), anchors.stream()).toList()) {
            try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                    var anchor = Anchor.start(command, slack)) {
                List<Delivery> deliveries = load(slack);
                if (measured.getAndSet(true)) {
                    System.out.println(command);
                    report(deliveries);
                    System.out.printf("memory: %s%n", anchor.memory());
                }
            }
        }
        EcrModel ecr = SeedRegistry.model(clock);
        try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                var aws = new LocalAws(ecr, SeedRegistry.BOT_HOST)) {
            long started = System.nanoTime();
            try (PackagedBot bot = PackagedBot.start(slack, aws)) {
                System.out.printf("ready after %d ms%n", since(started).toMillis());
                report(load(slack));
                System.out.printf("memory: %s%n", bot.memory());
            }
        }
    }

    private static List<String> anchors() throws IOException {
        String file = System.getProperty("anchors", "");
        return file.isEmpty() ? List.of() : Files.readAllLines(Path.of(file));
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

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
