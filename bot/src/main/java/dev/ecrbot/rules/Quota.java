package dev.ecrbot.rules;

import java.util.Optional;

/**
 * How much of what a rule is for one person may have at once. Immutable.
 *
 * @param pending how many of their requests under the rule may wait for a decision; empty for no bound of its own
 * @param active how many grants they may hold that the rule let them ask for; empty for no bound
 */
public record Quota(Optional<Integer> pending, Optional<Integer> active) {
    /** No bounds. */
    public static final Quota NONE = new Quota(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if nobody could have anything */
    public Quota {
        if (pending.filter(most -> most < 1).isPresent()
                || active.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("a rule under which nobody may have anything");
        }
    }
}
