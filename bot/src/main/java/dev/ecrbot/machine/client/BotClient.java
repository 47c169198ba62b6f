package dev.ecrbot.machine.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Talks to the bot. What can't be reached, or says that it is busy, is asked some times more: an ask carries a key, so that it is made once
 * however often it arrives.
 */
final class BotClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int TRIES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Credential credential;
    private final Pause pause;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        Pause REAL = time -> Thread.sleep(time.toMillis());

        void of(Duration time) throws InterruptedException;
    }

    /** What the bot answered; empty JSON where it wasn't the bot that did. */
    record Reply(int status, JsonNode json) {
        boolean isDone() {
            return status / 100 == 2;
        }
    }

    /** @param server where the bot is, without a path */
    BotClient(URI server, Credential credential, Pause pause) {
        this.server = server;
        this.credential = credential;
        this.pause = pause;
    }

    Reply ask(String line, String key) throws IOException, InterruptedException {
        return send("POST", "/v1/asks", Optional.of(Map.entry("ask", line)), Optional.of(key));
    }

    Reply question(String line) throws IOException, InterruptedException {
        return send("POST", "/v1/questions", Optional.of(Map.entry("question", line)), Optional.empty());
    }

    Reply request(String id) throws IOException, InterruptedException {
        return send("GET", "/v1/requests/" + id, Optional.empty(), Optional.empty());
    }

    Reply events(long after) throws IOException, InterruptedException {
        return send("GET", "/v1/events/after/" + after, Optional.empty(), Optional.empty());
    }

    Reply cancel(String id) throws IOException, InterruptedException {
        return send("POST", "/v1/requests/" + id + "/cancel", Optional.empty(), Optional.empty());
    }

    private Reply send(String method, String path, Optional<Map.Entry<String, String>> field, Optional<String> key)
            throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                Reply reply = sent(method, path, field, key);
                if (tries == TRIES || !LATER.contains(reply.status())) {
                    return reply;
                }
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
            pause.of(Duration.ofSeconds(1L << tries));
        }
    }

    private Reply sent(String method, String path, Optional<Map.Entry<String, String>> field, Optional<String> key)
            throws IOException, InterruptedException {
        String body = field.map(text -> JsonNodeFactory.instance
                        .objectNode()
                        .put(text.getKey(), text.getValue())
                        .toString())
                .orElse("");
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", credential.authorization())
                .header("Content-Type", "application/json")
                .header("User-Agent", "ecr-bot-client")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), tree(response.body()));
    }

    private static JsonNode tree(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElseGet(JsonNodeFactory.instance::missingNode);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
