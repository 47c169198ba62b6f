package dev.ecrbot.sandbox;

import dev.ecrbot.LongestWait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a bot whether it is ready, the way an orchestrator does. */
public final class Readiness {
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    public Readiness(int opsPort) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + opsPort + "/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
    }

    /** Waits until the bot is ready; fails with its last answer. */
    public void await() {
        await("");
    }

    /** Waits until the bot is ready, and says this on its health page; fails with its last answer. */
    public void await(String words) {
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        String last = ask();
        while (!last.startsWith("200") || !last.contains(words)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not ready: " + last);
            }
            pause();
            last = ask();
        }
    }

    private String ask() {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    // Another process can't be awaited by an event of ours: it has to be asked again.
    private static void pause() {
        try {
            if (new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts this down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
