package dev.ecrbot.sandbox.slack;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request to the local Slack, and its answer. */
record Exchange(HttpExchange http) {

    String path() {
        return http.getRequestURI().getPath();
    }

    String header(String name) {
        String value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    String body() throws IOException {
        return new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    void answer(int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", contentType);
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    void answer(Fault.Answer fault) throws IOException {
        if (!fault.retryAfter().equals(Duration.ZERO)) {
            http.getResponseHeaders()
                    .set(
                            "Retry-After",
                            Long.toString(Math.max(1, fault.retryAfter().toSeconds())));
        }
        answer(fault.status(), fault.body().startsWith("{") ? "application/json" : "text/html", fault.body());
    }

    /** Closes the connection in the caller's face. */
    void drop() {
        http.close();
    }
}
