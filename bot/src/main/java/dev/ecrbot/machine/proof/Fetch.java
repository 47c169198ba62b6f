package dev.ecrbot.machine.proof;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the few addresses that proofs depend on. Goes nowhere else than where it is told, reads no more than it needs, and takes no longer
 * than some seconds, whatever is answered. Thread-safe.
 */
final class Fetch {
    private static final int LONGEST = 512 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration patience;

    Fetch() {
        this(PATIENCE);
    }

    /** @param patience how long an answer may take, to its last byte */
    Fetch(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** What was answered. */
    record Answer(int status, String body) {}

    /** @throws IOException if there is no whole answer */
    Answer send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.timeout(patience).header("User-Agent", "ecr-bot").build(), head -> new ShortBody(LONGEST));
        try {
            HttpResponse<String> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), whole.body());
        } catch (ExecutionException e) {
            // Never its message: it may repeat what was sent.
            String what = Optional.ofNullable(e.getCause())
                    .map(cause -> cause.getClass().getSimpleName())
                    .orElseGet(IssuerWords::noAnswer);
            throw new IOException(what, e);
        } catch (TimeoutException e) {
            // The request's own time-out is over once the head has come, and a body can take for ever.
            answer.cancel(true);
            throw new IOException(IssuerWords.noAnswerInTime(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
