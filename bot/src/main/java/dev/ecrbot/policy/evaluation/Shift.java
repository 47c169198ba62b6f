package dev.ecrbot.policy.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a caller is allowed an action afterwards and wasn't before, or the other way round.
 *
 * @param gain whether it is allowed more afterwards; otherwise less
 * @param starts when that begins
 * @param from the same if it isn't at once; for a gain only if the caller isn't allowed it all the time until then
 * @param until when that ends: what is gained, or what is lost, which would have ended then or comes back
 * @param conditions the keys on which it depends afterwards; none if it is allowed or not whatever they are
 * @param terms on what it depends before and after, in words; none if on nothing afterwards
 */
public record Shift(
        String action,
        boolean gain,
        Instant starts,
        Optional<Instant> from,
        Optional<Instant> until,
        List<String> conditions,
        Optional<ConditionChange> terms) {
    public Shift {
        conditions = List.copyOf(conditions);
    }

    /** Returns whether whoever is told this one knows the other one too. */
    public boolean implies(Shift other) {
        return action.equals(other.action)
                && gain == other.gain
                && (conditions.isEmpty() || (conditions.equals(other.conditions) && terms.equals(other.terms)))
                && !starts.isAfter(other.starts)
                && !ends(this).isBefore(ends(other));
    }

    private static Instant ends(Shift shift) {
        return shift.until.orElse(Instant.MAX);
    }
}
