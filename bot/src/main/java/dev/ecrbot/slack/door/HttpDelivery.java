package dev.ecrbot.slack.door;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in what Slack signed, once, and hands it to the app. Thread-safe. */
public final class HttpDelivery implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDelivery.class);
    private static final int LONGEST_BODY = 1024 * 1024;

    private final App app;
    private final SlackRequestParser parser;
    private final SignatureCheck signatures;
    private final SeenDeliveries seen;

    public HttpDelivery(App app, SignatureCheck signatures, SeenDeliveries seen) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signatures = signatures;
        this.seen = seen;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer = answer(exchange);
            if (answer.refused()) {
                // What the client still has to send is not read.
                exchange.getResponseHeaders().set("Connection", "close");
            }
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (body.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(HttpDoor.PATH)) {
            return HttpAnswer.refuse(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return HttpAnswer.refuse(405);
        }
        Headers headers = exchange.getRequestHeaders();
        if (announced(headers) > LONGEST_BODY) {
            return HttpAnswer.refuse(413);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return HttpAnswer.refuse(413);
        }
        Optional<String> signature = Optional.ofNullable(headers.getFirst("X-Slack-Signature"));
        Optional<String> timestamp = Optional.ofNullable(headers.getFirst("X-Slack-Request-Timestamp"));
        if (!signatures.accepts(timestamp, signature, body)) {
            return HttpAnswer.refuse(401);
        }
        if (!seen.first("signature " + signature.orElseThrow())) {
            LOG.info("A delivery that came before was acknowledged without effect");
            return HttpAnswer.OK;
        }
        return run(exchange, new String(body, StandardCharsets.UTF_8));
    }

    private static long announced(Headers headers) {
        String length = headers.getFirst("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private HttpAnswer run(HttpExchange exchange, String body) {
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(HttpDoor.PATH)
                    .requestBody(body)
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                    .build());
            if (request == null) {
                return HttpAnswer.refuse(400);
            }
            Response response = app.run(request);
            return new HttpAnswer(
                    response.getStatusCode(),
                    response.getContentType(),
                    Optional.ofNullable(response.getBody()).orElse(""));
        } catch (Exception e) {
            // The message may hold what was delivered.
            LOG.error("A signed delivery couldn't be read: {}", e.getClass().getName());
            return HttpAnswer.refuse(400);
        }
    }
}
