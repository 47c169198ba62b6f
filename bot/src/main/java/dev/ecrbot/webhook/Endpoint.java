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
import java.util.OptionalInt;

/** The address that events are posted to. What it answers beside its status isn't read. Thread-safe. */
public final class Endpoint {
    /** Says that there are no events in it: somebody looks whether it would be taken. */
    static final String PING = "Ecr-Bot-Ping";

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
        return sent(request(body, at)).trouble();
    }

    /** Posts no event at all, signed as events are, and marked as a mere trial. */
    Answer ping(Instant at) throws InterruptedException {
        return sent(request(new byte[0], at).header(PING, "true"));
    }

    /**
     * What came of posting.
     *
     * @param status empty if there was no answer
     * @param trouble what kept it from being taken; empty if it was
     */
    record Answer(OptionalInt status, Optional<String> trouble) {}

    private HttpRequest.Builder request(byte[] body, Instant at) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-ndjson")
                .header("User-Agent", "ecr-bot")
                .header(Signature.HEADER, signature.of(body, at))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private Answer sent(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            // Closed unread: the time-out is over once the head has come, and a body can take for ever.
            answer.body().close();
            int status = answer.statusCode();
            return new Answer(
                    OptionalInt.of(status),
                    status / 100 == TAKEN ? Optional.empty() : Optional.of(EndpointWords.answered(status)));
        } catch (IOException e) {
            // Never its message: it may repeat the address, and that may hold a token.
            return new Answer(
                    OptionalInt.empty(),
                    Optional.of(EndpointWords.unreachable(e.getClass().getSimpleName())));
        }
    }

    /** Returns the host alone. */
    @Override
    public String toString() {
        return String.valueOf(address.getHost());
    }
}
