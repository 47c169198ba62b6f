package dev.ecrbot.sandbox.slack;

import java.time.Duration;
import java.util.Map;

/**
 * Something that was brought to the bot, and the bot's acknowledgement.
 *
 * @param status the HTTP status; 200 for an acknowledged envelope; 0 if nothing came back within three seconds
 * @param body what the acknowledgement said, empty for nothing
 * @param took from sending to the last byte of the acknowledgement
 * @param sentBody exactly what was sent: a form, or an envelope
 * @param sentHeaders the headers of a request, none for an envelope
 */
public record Delivery(
        int status, String body, Duration took, String sentBody, Map<String, String> sentHeaders, String failure) {

    public Delivery {
        sentHeaders = Map.copyOf(sentHeaders);
    }

    static Delivery unanswered(String sentBody, Map<String, String> sentHeaders, Duration took, String failure) {
        return new Delivery(0, "", took, sentBody, sentHeaders, failure);
    }

    public boolean acknowledged() {
        return status == 200;
    }
}
