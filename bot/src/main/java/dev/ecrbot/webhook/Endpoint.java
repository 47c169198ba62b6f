package dev.ecrbot.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The address that events are posted to. What it answers beside its status isn't read. Thread-safe. */
public final class Endpoint {
    private static final int TAKEN = 2;

    private final URI address;
    private final Signature signature;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long it may take to answer */
    public Endpoint(URI address, String secret, Duration patience) {
        this.address = address;
        this.signature = new Signature(secret);
        this.patience = patience;
        // To anywhere else than where it is meant to go, nothing goes.
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** Posts it; returns what kept it from being taken, empty if it was. */
    Optional<String> post(byte[] body, Instant at) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-ndjson")
                .header("User-Agent", "ecr-bot")
                .header(Signature.HEADER, signature.of(body, at))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            // Closed unread: the time-out is over once the head has come, and a body can take for ever.
            answer.body().close();
            int status = answer.statusCode();
            return status / 100 == TAKEN ? Optional.empty() : Optional.of("it answered " + status);
        } catch (IOException e) {
            // Never its message: it may repeat the address, and that may hold a token.
            return Optional.of("it can't be reached (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Returns the host alone. */
    @Override
    public String toString() {
        return String.valueOf(address.getHost());
    }
}
