package dev.ecrbot.slack.door;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.ecrbot.http.Head;
import dev.ecrbot.http.HttpAnswer;
import dev.ecrbot.http.Responder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in what Slack signed, once, and hands it to the app. Thread-safe. */
public final class HttpDelivery implements Responder {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDelivery.class);

    private final Acknowledging app;
    private final SlackRequestParser parser;
    private final SignatureCheck signatures;
    private final SeenDeliveries seen;

    public HttpDelivery(Acknowledging app, SignatureCheck signatures, SeenDeliveries seen) {
        this.app = app;
        this.parser = new SlackRequestParser(app.app().config());
        this.signatures = signatures;
        this.seen = seen;
    }

    @Override
    public Optional<HttpAnswer> refusal(Head head) {
        if (!head.path().equals(HttpDoor.PATH)) {
            return Optional.of(HttpAnswer.of(404));
        }
        return head.method().equals("POST") ? Optional.empty() : Optional.of(HttpAnswer.onlyTakes("POST", "", ""));
    }

    @Override
    public HttpAnswer answer(Head head, byte[] body) {
        Optional<String> signature = head.header("X-Slack-Signature");
        if (!signatures.accepts(head.header("X-Slack-Request-Timestamp"), signature, body)) {
            return HttpAnswer.of(401);
        }
        if (!seen.first("signature " + signature.orElseThrow())) {
            LOG.info("A delivery that came before was acknowledged without effect");
            return HttpAnswer.of(200);
        }
        return run(head, new String(body, StandardCharsets.UTF_8));
    }

    private HttpAnswer run(Head head, String body) {
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(HttpDoor.PATH)
                    .requestBody(body)
                    .headers(new RequestHeaders(head.headers()))
                    .remoteAddress(head.from())
                    .build());
            if (request == null) {
                return HttpAnswer.of(400);
            }
            Response response = app.run("http", request);
            return HttpAnswer.of(
                    response.getStatusCode(),
                    response.getContentType(),
                    Optional.ofNullable(response.getBody()).orElse(""));
        } catch (Exception e) {
            // The message may hold what was delivered.
            LOG.error("A signed delivery couldn't be read: {}", e.getClass().getName());
            return HttpAnswer.of(400);
        }
    }
}
