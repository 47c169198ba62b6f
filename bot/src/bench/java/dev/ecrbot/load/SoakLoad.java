package dev.ecrbot.load;

import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Uses the packaged bot at a steady rate for long: people ask, approve, look, and have access taken back, again and again. Prints
 * every minute how long acknowledgements took since, and what the bot takes; at the end, by how much each of that rises in an hour, the
 * first ten minutes left out.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.SoakLoad}, after the jar was packaged; {@code -Dseconds=600} among
 * the bench's options makes it shorter than an hour.
 */
public final class SoakLoad {
    private static final int A_SECOND = Integer.getInteger("rate", 5);
    private static final int SECONDS = Integer.getInteger("seconds", 3_600);
    private static final int REPORT = Integer.getInteger("report", 60);
    private static final double WARM = 1.0 / 6;
    private static final List<String> ROLES = List.of("ci-deployer", "role2-1", "role2-2", "ecsInstanceRole");

    private final LocalSlack slack;
    private final List<Duration> took = new ArrayList<>();
    private int unacknowledged;
    private int sent;

    private SoakLoad(LocalSlack slack) {
        this.slack = slack;
    }

    public static void main(String[] args) throws Exception {
        var clock = Clock.systemUTC();
        Path store = Files.createTempDirectory("ecr-bot-soak").resolve("store");
        Path collections = Files.createTempFile("ecr-bot-soak", ".gc");
        try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                var aws = new LocalAws(SeedRegistry.model(clock), SeedRegistry.BOT_HOST);
                PackagedBot bot = PackagedBot.start(slack, aws, store, "-Xlog:gc:file=" + collections)) {
            new SoakLoad(slack).run(new Sampler(bot, store, collections));
        }
    }

    private void run(Sampler sampler) throws Exception {
        var samples = new ArrayList<Sample>();
        ScheduledExecutorService typing = Executors.newScheduledThreadPool(8);
        for (int second = 0; second < SECONDS; second += REPORT) {
            long begun = System.nanoTime();
            for (int i = 0; i < A_SECOND * REPORT; i++) {
                int number = sent++;
                long due = begun + 1_000_000_000L / A_SECOND * i;
                typing.schedule(() -> step(number), due - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (i % A_SECOND == 0) {
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                }
            }
            Sample sample = sampler.look();
            samples.add(sample);
            System.out.printf("%s, %s%n", sample.line(), spent());
        }
        typing.shutdown();
        typing.awaitTermination(10, TimeUnit.SECONDS);
        System.out.printf("%d deliveries, %d not acknowledged%n", sent, unacknowledged);
        System.out.print(Sample.slopes(
                samples.stream().filter(sample -> sample.hours() > WARM).toList()));
    }

    /** Ten steps in turn: a role gets access and loses it, while others ask. */
    private void step(int number) {
        String role = ROLES.get(number / 10 % ROLES.size());
        switch (number % 10) {
            case 0 -> type("grant pull payments/api sales " + role + " for 7d because soak");
            case 2, 7 -> approve();
            case 5 -> type("revoke pull payments/api sales " + role + " because soak");
            case 1, 6 -> type("status payments/api");
            case 3 -> type("requests");
            case 4 -> type("access sales");
            case 8 -> type("grant pul payments/api sales");
            default -> type("who pull payments/api");
        }
    }

    private void type(String line) {
        took(slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), line));
    }

    private void approve() {
        Optional<Message> waiting = slack.messages(SampleWorkspace.APPROVALS.id()).stream()
                .filter(message -> message.button("request.approve").isPresent())
                .findFirst();
        waiting.ifPresentOrElse(
                card -> took(slack.click(SampleWorkspace.APPROVER, card, "request.approve")),
                () -> type("requests pending"));
    }

    private synchronized void took(Delivery delivery) {
        took.add(delivery.took());
        if (!delivery.acknowledged()) {
            unacknowledged++;
        }
    }

    private synchronized String spent() {
        List<Duration> sorted = took.stream().sorted().toList();
        took.clear();
        return String.format(
                "%d acknowledgements: p50 %.1f ms, p99 %.1f ms",
                sorted.size(),
                sorted.get(sorted.size() / 2).toNanos() / 1e6,
                sorted.get(sorted.size() * 99 / 100).toNanos() / 1e6);
    }
}
