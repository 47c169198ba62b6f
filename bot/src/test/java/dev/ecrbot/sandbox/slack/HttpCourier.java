package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Signed requests to the bot's address. */
final class HttpCourier implements Courier {

    /** Slack gives up on an app after this. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI target;
    private final Clock clock;
    // No proxy: the bot is on this machine, whatever the environment says.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    HttpCourier(URI target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    @Override
    public Delivery bring(Kind kind, ObjectNode payload) {
        String sent = kind == Kind.EVENT ? payload.toString() : form(kind, payload);
        byte[] body = sent.getBytes(StandardCharsets.UTF_8);
        return send(body, Signature.headers(body, Bot.SIGNING_SECRET, clock.instant()));
    }

    @Override
    public Delivery again(Delivery earlier, int retryNum) {
        byte[] body = earlier.sentBody().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Signature.headers(body, Bot.SIGNING_SECRET, clock.instant());
        headers.put("X-Slack-Retry-Num", Integer.toString(retryNum));
        headers.put("X-Slack-Retry-Reason", "http_timeout");
        return send(body, headers);
    }

    Delivery send(byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        String sent = new String(body, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Delivery(answer.statusCode(), answer.body(), since(start), sent, headers, "");
        } catch (HttpTimeoutException e) {
            return Delivery.unanswered(sent, headers, since(start), "timed out");
        } catch (IOException e) {
            return Delivery.unanswered(sent, headers, since(start), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.unanswered(sent, headers, since(start), "interrupted");
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String form(Kind kind, ObjectNode payload) {
        if (kind == Kind.INTERACTION) {
            return "payload=" + encode(payload.toString());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        payload.properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(encode(name) + "=" + encode(value)));
        return form.toString();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // The client's threads end when nobody holds it any more.
    }
}
