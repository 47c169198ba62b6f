package dev.ecrbot.load;

import dev.ecrbot.http.BrokenRequests;
import dev.ecrbot.http.Dawdling;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how long good requests take at both ports of the packaged bot, first alone and then while 1,000 slow clients are connected
 * to each and 10,000 broken requests come in; its memory before and after; and whether each line of its log is one line.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.HostileLoad}, after the jar was packaged.
 */
public final class HostileLoad {
    private static final int BROKEN = Integer.getInteger("broken", 10_000);
    private static final int CROWD = Integer.getInteger("crowd", 1_000);
    private static final int ADDRESSES = 4;
    private static final int SENDERS = 4;
    private static final String LINE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (INFO|WARN|ERROR) .*";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    private final LocalSlack slack;
    private final PackagedBot bot;

    private HostileLoad(LocalSlack slack, PackagedBot bot) {
        this.slack = slack;
        this.bot = bot;
    }

    public static void main(String[] args) throws Exception {
        var clock = Clock.systemUTC();
        try (var slack = LocalSlack.start(SampleWorkspace.create(), clock);
                var aws = new LocalAws(SeedRegistry.model(clock), SeedRegistry.BOT_HOST);
                PackagedBot bot = PackagedBot.start(slack, aws)) {
            new HostileLoad(slack, bot).run();
        }
    }

    private void run() throws Exception {
        good("warming up", 500);
        good("alone", 1_000);
        System.out.println("memory: " + bot.memory());
        var over = new AtomicBoolean();
        ExecutorService enemies = Executors.newCachedThreadPool();
        List<Future<?>> crowds = List.of(
                enemies.submit(() -> crowd(bot.port(), "POST /slack/events", over)),
                enemies.submit(() -> crowd(bot.ops(), "GET /metrics", over)));
        var left = new AtomicInteger(BROKEN);
        Map<Integer, Integer> answered = Collections.synchronizedMap(new TreeMap<>());
        var sending = new ArrayList<Future<?>>();
        for (int i = 0; i < SENDERS; i++) {
            int number = i;
            sending.add(enemies.submit(() -> send(number, left, answered)));
        }
        do {
            good("under fire", 500);
        } while (!sending.stream().allMatch(Future::isDone));
        over.set(true);
        for (Future<?> one : sending) {
            one.get();
        }
        for (Future<?> one : crowds) {
            one.get();
        }
        enemies.shutdown();
        System.out.println("broken requests by the status that they got: " + answered);
        System.out.println("memory: " + bot.memory());
        good("afterwards", 1_000);
        List<String> lines = Files.readAllLines(bot.log());
        System.out.printf(
                "log: %,d lines, %,d errors, %,d that are no line by themselves%n",
                lines.size(),
                lines.stream().filter(line -> line.contains("Z ERROR ")).count(),
                lines.stream().filter(line -> !line.matches(LINE)).count());
    }

    /** They are cut off again and again, and come back. */
    private static Void crowd(int port, String what, AtomicBoolean over) throws IOException, InterruptedException {
        while (!over.get()) {
            try (Dawdling crowd = Dawdling.from(ADDRESSES, port, CROWD, what)) {
                for (int i = 0; i < 80 && !over.get(); i++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                System.out.printf("of %,d slow clients at %s %,d wait still%n", CROWD, what, crowd.waiting());
            }
        }
        return null;
    }

    private Void send(int number, AtomicInteger left, Map<Integer, Integer> answered) throws IOException {
        var broken = new BrokenRequests(new Random(number), body -> slack.signed(body, Instant.now()));
        for (int i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
            int port = i % 4 == 0 ? bot.ops() : bot.port();
            answered.merge(BrokenRequests.send(port, Dawdling.address(i % ADDRESSES), broken.next()), 1, Integer::sum);
        }
        return null;
    }

    private void good(String when, int times) throws InterruptedException {
        var live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.ops() + "/health/live"))
                .build();
        var commands = new ArrayList<Double>();
        var looks = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            Delivery delivery = slack.command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help " + i);
            if (delivery.acknowledged()) {
                commands.add(delivery.took().toNanos() / 1e6);
            }
            long begun = System.nanoTime();
            try {
                if (CLIENT.send(live, BodyHandlers.discarding()).statusCode() == 200) {
                    looks.add((System.nanoTime() - begun) / 1e6);
                }
            } catch (IOException e) {
                System.out.println("lost: " + e);
            }
        }
        report(when + ", commands", commands, times);
        report(when + ", health", looks, times);
    }

    private static void report(String what, List<Double> took, int of) {
        Collections.sort(took);
        System.out.printf(
                "%s: %d of %d answered, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                what, took.size(), of, at(took, 0.50), at(took, 0.99), at(took, 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
