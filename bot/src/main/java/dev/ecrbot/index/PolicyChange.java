package dev.ecrbot.index;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * Two readings of a policy that say different things; whoever made the difference.
 *
 * @param seq grows with each change that was found
 * @param since when the earlier reading was; empty where that isn't known
 * @param at when the later reading was
 */
public record PolicyChange(
        long seq,
        PolicyHolder holder,
        PolicyDocument before,
        PolicyDocument after,
        Optional<Instant> since,
        Instant at) {}
