package dev.ecrbot.load;

import dev.ecrbot.http.Dawdling;
import dev.ecrbot.sandbox.Trial;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures how long good requests take at both ports while 200 clients dawdle at each, and how many get lost. Everything runs in
 * this process and shares the machine with it.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.load.SlowClients}.
 */
public final class SlowClients {
    private static final int DAWDLERS = 200;
    private static final int GOOD = Integer.getInteger("good", 300);

    private SlowClients() {}

    public static void main(String[] args) throws Exception {
        try (Trial trial = Trial.start(TrialConfig.http(), Clock.systemUTC(), Tempo.REAL)) {
            int slack = trial.bot().slackPort();
            int ops = trial.bot().opsPort();
            report("warm", commands(trial));
            try (Dawdling atSlack = Dawdling.on(slack, DAWDLERS, "POST /slack/events");
                    Dawdling atOps = Dawdling.on(ops, DAWDLERS, "GET /metrics")) {
                report("slack port", commands(trial));
                System.out.printf("of %d dawdlers %d wait still%n", DAWDLERS, atSlack.waiting());
            }
            try (Dawdling atOps = Dawdling.on(ops, DAWDLERS, "GET /metrics")) {
                report("ops port", scrapes(ops));
                System.out.printf("of %d dawdlers %d wait still%n", DAWDLERS, atOps.waiting());
            }
        }
    }

    private static List<Double> commands(Trial trial) {
        var took = new ArrayList<Double>();
        for (int i = 0; i < GOOD; i++) {
            Delivery delivery =
                    trial.slack().command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help " + i);
            if (delivery.acknowledged()) {
                took.add(delivery.took().toNanos() / 1e6);
            }
        }
        return took;
    }

    private static List<Double> scrapes(int port) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/live"))
                .build();
        var took = new ArrayList<Double>();
        for (int i = 0; i < GOOD; i++) {
            long start = System.nanoTime();
            try {
                if (client.send(live, BodyHandlers.ofString()).statusCode() == 200) {
                    took.add((System.nanoTime() - start) / 1e6);
                }
            } catch (IOException e) {
                System.out.println("lost: " + e);
            }
        }
        return took;
    }

    private static void report(String what, List<Double> took) {
        Collections.sort(took);
        System.out.printf(
                "%s: %d of %d answered, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                what, took.size(), GOOD, at(took, 0.50), at(took, 0.99), at(took, 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
