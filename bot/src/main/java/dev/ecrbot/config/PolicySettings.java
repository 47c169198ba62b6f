package dev.ecrbot.config;

/**
 * How policies are written.
 *
 * @param expiryInPolicy whether a grant's end stands in its statement too, so that AWS keeps to it while no bot runs
 */
public record PolicySettings(boolean expiryInPolicy) {
    static final PolicySettings DEFAULT = new PolicySettings(true);
}
