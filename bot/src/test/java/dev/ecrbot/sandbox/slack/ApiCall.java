package dev.ecrbot.sandbox.slack;

import java.time.Instant;
import java.util.Map;

/**
 * A call of the Web API, or a post to a response_url (the method is then {@code response_url}).
 *
 * @param outcome {@code ok}, Slack's error word, or what a fault did to it
 */
public record ApiCall(Instant at, String method, Map<String, String> args, String outcome) {

    public ApiCall {
        args = Map.copyOf(args);
    }

    public boolean ok() {
        return outcome.equals("ok");
    }
}
