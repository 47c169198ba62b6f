package dev.ecrbot.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer to the browser. */
final class PageAnswer {

    private final int status;
    private final String contentType;
    private final byte[] body;

    PageAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    static PageAnswer json(String json) {
        return new PageAnswer(200, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
    }

    static PageAnswer text(int status, String text) {
        return new PageAnswer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange http) throws IOException {
        secure(http.getResponseHeaders());
        http.getResponseHeaders().set("Content-Type", contentType);
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    /** Even if a message slipped through as markup, nothing in it could run or leave the machine. */
    static void secure(Headers headers) {
        headers.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
    }
}
