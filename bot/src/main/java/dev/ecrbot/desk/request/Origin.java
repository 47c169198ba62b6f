package dev.ecrbot.desk.request;

import java.util.Optional;

/**
 * Where in Slack a person typed or clicked.
 *
 * @param responseUrl Slack's address for private answers there, good for 30 minutes and five answers; a secret while it is good
 */
public record Origin(String channel, Optional<String> responseUrl) {
    @Override
    public String toString() {
        return "Origin[" + channel + "]";
    }
}
