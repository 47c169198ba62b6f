package dev.ecrbot.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a change means for one principal named in the policy.
 *
 * @param gains actions it is allowed afterwards and wasn't before, or for longer; {@code ecr:BatchGetImage} for example
 * @param loses actions it was allowed before and isn't afterwards, or for less long
 * @param until when the gained actions end
 */
public record Effect(Principal principal, SortedSet<String> gains, SortedSet<String> loses, Optional<Instant> until) {
    public Effect {
        gains = Collections.unmodifiableSortedSet(new TreeSet<>(gains));
        loses = Collections.unmodifiableSortedSet(new TreeSet<>(loses));
    }
}
