package dev.ecrbot.rules;

import dev.ecrbot.ecr.AccessConditions;
import java.time.Duration;
import java.util.Optional;

/**
 * What an ask under a rule has to keep to. Immutable.
 *
 * @param maxDuration the longest a grant may last, and the end of one that names none; empty if it may be permanent
 * @param conditions under which each grant is given
 * @param quota how much one person may have at once
 */
public record Terms(Optional<Duration> maxDuration, ReasonRule reason, AccessConditions conditions, Quota quota) {
    /** Access for good, for no reason given. */
    public static final Terms NONE = new Terms(Optional.empty(), new ReasonRule.Free());

    /** Access that depends on nothing. */
    public Terms(Optional<Duration> maxDuration, ReasonRule reason) {
        this(maxDuration, reason, AccessConditions.NONE, Quota.NONE);
    }

    /** @throws IllegalArgumentException if grants would end before they begin */
    public Terms {
        if (maxDuration.filter(max -> max.isNegative() || max.isZero()).isPresent()) {
            throw new IllegalArgumentException("a rule would end grants before they begin");
        }
    }
}
