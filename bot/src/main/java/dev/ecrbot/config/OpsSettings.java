package dev.ecrbot.config;

import dev.ecrbot.http.Address;
import java.util.Optional;

/**
 * Health and metrics.
 *
 * @param address where they are served
 */
public record OpsSettings(Address address) {
    public static final OpsSettings DEFAULT = new OpsSettings(new Address(Optional.empty(), 8080));
}
