package dev.ecrbot.config;

/**
 * Health and metrics.
 *
 * @param port where they are served; 0 for any free one
 */
public record OpsSettings(int port) {
    static final OpsSettings DEFAULT = new OpsSettings(8080);
}
