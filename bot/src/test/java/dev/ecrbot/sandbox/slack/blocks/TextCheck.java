package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Text objects: {@code plain_text} and {@code mrkdwn}. */
final class TextCheck {

    private TextCheck() {}

    static void plain(Spot spot, int max) {
        if (spot.node().isMissingNode()) {
            return;
        }
        if (!spot.type().equals("plain_text")) {
            spot.fail("must be a plain_text object");
            return;
        }
        any(spot, max);
    }

    static void any(Spot spot, int max) {
        if (spot.node().isMissingNode()) {
            return;
        }
        switch (spot.type()) {
            case "plain_text" -> {
                spot.fields(Set.of("type", "text"), Set.of("emoji"));
                spot.truth("emoji");
            }
            case "mrkdwn" -> {
                spot.fields(Set.of("type", "text"), Set.of("verbatim"));
                spot.truth("verbatim");
            }
            default -> spot.fail("must be a plain_text or mrkdwn object");
        }
        spot.text("text", 1, max);
    }
}
