package dev.ecrbot.sandbox.slack;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Takes posts to response_urls. */
final class ResponseDoor extends FaultyDoor {

    private static final Set<String> GONE = Set.of("invalid_url", "expired_url", "used_url");

    private final ResponseUrls urls;
    private final Responses responses;

    ResponseDoor(ResponseUrls urls, Responses responses, Faults faults, Calls calls, Clock clock) {
        super(faults, calls, clock);
        this.urls = urls;
        this.responses = responses;
    }

    @Override
    String method(Exchange exchange) {
        return "response_url";
    }

    @Override
    Args args(Exchange exchange) throws IOException {
        try {
            return Args.parse("application/json", exchange.body());
        } catch (SlackError e) {
            return new Args(Map.of());
        }
    }

    @Override
    Answer work(Exchange exchange, Args args) {
        try {
            ResponseUrls.Target target = urls.use(exchange.path());
            responses.respond(target.personId(), target.channelId(), target.origin(), args);
            return new Answer(200, "text/html", "ok", "ok");
        } catch (SlackError e) {
            String body = Json.object().put("ok", false).put("error", e.error()).toString();
            return new Answer(GONE.contains(e.error()) ? 404 : 200, "application/json", body, e.error());
        }
    }
}
