package dev.ecrbot.config;

import java.time.Duration;

/**
 * How policies are written and watched.
 *
 * @param expiryInPolicy whether a grant's end stands in its statement too, so that AWS keeps to it while no bot runs
 * @param rereadEvery how often each policy in which grants stand is read again, to see whether others took them out
 */
public record PolicySettings(boolean expiryInPolicy, Duration rereadEvery) {
    public static final PolicySettings DEFAULT = new PolicySettings(true, Duration.ofHours(1));
}
