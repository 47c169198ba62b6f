package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Envelopes over socket mode. */
final class SocketCourier implements Courier {

    private final Sockets sockets;

    SocketCourier(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Delivery bring(Kind kind, ObjectNode payload) {
        ObjectNode envelope = Json.object().put("envelope_id", UUID.randomUUID().toString());
        envelope.set("payload", payload);
        envelope.put("type", kind.envelope()).put("accepts_response_payload", true);
        return send(envelope);
    }

    @Override
    public Delivery again(Delivery earlier, int retryNum) {
        ObjectNode envelope = (ObjectNode) Json.parse(earlier.sentBody()).orElseThrow();
        return send(envelope.put("retry_attempt", retryNum).put("retry_reason", "timeout"));
    }

    private Delivery send(ObjectNode envelope) {
        String text = envelope.toString();
        long start = System.nanoTime();
        CompletableFuture<String> ack = sockets.send(envelope.get("envelope_id").textValue(), text);
        try {
            String body = ack.get(HttpCourier.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Delivery(200, body, since(start), text, Map.of(), "");
        } catch (TimeoutException e) {
            return Delivery.unanswered(text, Map.of(), since(start), "timed out");
        } catch (ExecutionException e) {
            return Delivery.unanswered(
                    text, Map.of(), since(start), e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.unanswered(text, Map.of(), since(start), "interrupted");
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        // The sockets belong to the local Slack.
    }
}
