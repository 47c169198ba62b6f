package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** {@code /api/METHOD}: checks the token, calls the method, and puts the answer into Slack's form. */
final class WebApi extends FaultyDoor {

    private final Map<String, ApiMethod> methods;
    private final AtomicReference<Optional<RateLimits>> limits;
    private final Scopes scopes;

    /**
     * @param limits how much is taken, where that is limited
     * @param scopes what the bot's token may do
     */
    WebApi(
            Map<String, ApiMethod> methods,
            AtomicReference<Optional<RateLimits>> limits,
            Scopes scopes,
            Faults faults,
            Calls calls,
            Clock clock) {
        super(faults, calls, clock);
        this.methods = Map.copyOf(methods);
        this.limits = limits;
        this.scopes = scopes;
    }

    @Override
    Optional<Fault> throttle(String method, Args args) {
        return limits.get()
                .flatMap(limit -> limit.refusal(method, args.text("channel")))
                .map(Fault::rateLimited);
    }

    @Override
    String method(Exchange exchange) {
        return exchange.path().substring("/api/".length());
    }

    @Override
    Args args(Exchange exchange) throws IOException {
        try {
            return Args.parse(exchange.header("Content-Type"), exchange.body());
        } catch (SlackError e) {
            return new Args(Map.of());
        }
    }

    @Override
    Answer work(Exchange exchange, Args args) {
        try {
            String method = method(exchange);
            if (!methods.containsKey(method)) {
                throw new SlackError("unknown_method");
            }
            String token = token(exchange, args);
            ObjectNode answer = Json.object().put("ok", true);
            if (method.equals("auth.test") && token.equals(Bot.APP_TOKEN)) {
                // An app-level token belongs to no team, and says so.
                answer.put("app_id", Bot.APP).put("app_name", Bot.NAME);
            } else {
                check(method, token);
                scopes.check(method);
                exchange.http().getResponseHeaders().set("X-OAuth-Scopes", scopes.header());
                answer.setAll(methods.get(method).call(args));
            }
            return new Answer(200, "application/json; charset=utf-8", answer.toString(), "ok");
        } catch (SlackError e) {
            ObjectNode answer = Json.object().put("ok", false).put("error", e.error());
            if (!e.findings().isEmpty()) {
                answer.set("errors", Json.array(e.findings()));
                answer.putObject("response_metadata").set("messages", Json.array(e.findings()));
            }
            return new Answer(200, "application/json; charset=utf-8", answer.toString(), e.error());
        }
    }

    private static String token(Exchange exchange, Args args) {
        String header = exchange.header("Authorization");
        return header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).trim()
                : args.text("token");
    }

    private static void check(String method, String token) {
        // Open to everybody: the SDK sends no token with it.
        if (method.equals("blocks.validate")) {
            return;
        }
        boolean forApp = method.startsWith("apps.connections.");
        if (token.isEmpty()) {
            throw new SlackError("not_authed");
        }
        if (token.equals(forApp ? Bot.BOT_TOKEN : Bot.APP_TOKEN)) {
            throw new SlackError("not_allowed_token_type");
        }
        if (!token.equals(forApp ? Bot.APP_TOKEN : Bot.BOT_TOKEN)) {
            throw new SlackError("invalid_auth");
        }
    }
}
