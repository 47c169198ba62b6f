package dev.ecrbot.machine.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** What was answered. */
    record Answer(int status, String body) {}

    /** @throws IOException if there is no whole answer */
    Answer send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<Answer> answer = client.sendAsync(
                        request.timeout(PATIENCE)
                                .header("User-Agent", "ecr-bot")
                                .build(),
                        BodyHandlers.ofInputStream())
                .thenApplyAsync(Fetch::read);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // Never its message: it may repeat what was sent.
            String what = Optional.ofNullable(e.getCause())
                    .map(cause -> cause.getClass().getSimpleName())
                    .orElse("no answer");
            throw new IOException(what, e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new IllegalStateException("the answer is too long");
            }
            return new Answer(response.statusCode(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the answer broke off", e);
        }
    }
}
