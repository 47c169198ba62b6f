package dev.ecrbot.slack.door;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes envelopes from the socket, on threads of its own: the SDK reads the socket with a single one, and whatever held that
 * up would hold up every acknowledgement and the renewal of the connection. Thread-safe.
 */
final class SocketIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SocketIntake.class);
    private static final int THREADS = 8;
    private static final int QUEUE = 1_000;
    private static final long FINISH_MILLIS = 500;

    private final Acknowledging app;
    private final SocketModeRequestParser parser;
    private final Gson gson = new Gson();
    private final ExecutorService threads;

    SocketIntake(Acknowledging app) {
        this.app = app;
        this.parser = new SocketModeRequestParser(app.app().config());
        var count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(QUEUE),
                work -> SocketDoor.daemon(work, "slack-socket-" + count.incrementAndGet()));
    }

    void take(SocketModeClient from, String message) {
        try {
            threads.execute(() -> run(from, message));
        } catch (RejectedExecutionException e) {
            // Unacknowledged, Slack brings it again, here or to another replica.
            LOG.warn(
                    "An envelope from Slack was not taken: {}", threads.isShutdown() ? "stopping" : "too many at once");
        }
    }

    private void run(SocketModeClient from, String message) {
        try {
            SocketModeRequest request = parser.parse(message);
            if (request == null || request.getBoltRequest() == null) {
                return;
            }
            Response response = app.run("socket", request.getBoltRequest());
            if (response.getStatusCode() == 200) {
                from.sendSocketModeResponse(
                        acknowledgement(request.getEnvelope().getEnvelopeId(), response));
            } else {
                LOG.warn("An envelope from Slack was not acknowledged: {}", response.getStatusCode());
            }
        } catch (Exception e) {
            // The message may hold what was delivered.
            LOG.error(
                    "An envelope from Slack couldn't be read: {}", e.getClass().getName());
        }
    }

    private String acknowledgement(String envelopeId, Response response) {
        var json = new JsonObject();
        json.addProperty("envelope_id", envelopeId);
        String body = response.getBody();
        if (body != null && !body.isEmpty() && response.getContentType().startsWith("application/json")) {
            json.add("payload", gson.fromJson(body, JsonElement.class));
        }
        return gson.toJson(json);
    }

    /** Takes nothing more, and lets acknowledgements that are being made get out while the socket is open. */
    void finish() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Some envelopes from Slack were not acknowledged before the socket closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
