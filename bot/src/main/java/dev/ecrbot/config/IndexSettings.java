package dev.ecrbot.config;

import java.time.Duration;

/**
 * How the fleet is read for questions.
 *
 * @param refresh how often each registry is read as a whole
 */
public record IndexSettings(Duration refresh) {
    public static final IndexSettings DEFAULT = new IndexSettings(Duration.ofHours(6));
}
