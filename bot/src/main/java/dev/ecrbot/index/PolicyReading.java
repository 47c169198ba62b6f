package dev.ecrbot.index;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.Map;

/**
 * A policy that was read.
 *
 * @param at when AWS was asked; what was asked for earlier never replaces it
 */
public record PolicyReading(PolicyHolder holder, PolicyDocument policy, Map<String, String> tags, Instant at) {
    public PolicyReading {
        tags = Map.copyOf(tags);
    }

    /** Returns the one that was asked for later; of two at one moment the other. */
    PolicyReading later(PolicyReading other) {
        return other.at().isBefore(at) ? this : other;
    }
}
