package dev.ecrbot.policy.diff;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a message says that others did to a policy, as a value before it is a sentence: nothing of it is the bot's own doing.
 * Immutable.
 *
 * @param seq the number of the change in the index
 * @param since when the policy was read last before it; empty where that isn't known
 * @param noticed when a reading first showed it
 * @param steps what others made of what, one after the other; the bot's own writes may lie between two of them
 * @param whole whether that is all they did in that time, as far as readings show; if not, the rest can't be told from what the bot
 *     wrote itself, or in which order it came
 */
public record ForeignChange(
        long seq, PolicyHolder on, Optional<Instant> since, Instant noticed, List<Step> steps, boolean whole) {
    public ForeignChange {
        steps = List.copyOf(steps);
        if (whole && steps.isEmpty()) {
            throw new IllegalArgumentException("a change is one from something to something else");
        }
    }

    /** They made the one of the other. */
    public record Step(PolicyDocument from, PolicyDocument to) {
        public Step {
            if (from.sameAs(to)) {
                throw new IllegalArgumentException("nothing was changed");
            }
        }

        /** Returns whether it is the same, however the documents are written. */
        public boolean isSame(Step other) {
            return from.sameAs(other.from) && to.sameAs(other.to);
        }
    }
}
