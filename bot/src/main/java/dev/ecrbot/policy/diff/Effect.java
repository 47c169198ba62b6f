package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.ConditionChange;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a change means for one principal: it gains, or it loses.
 *
 * @param principal who; a whole account stands for everyone in it who has no statement of their own, and everyone for
 *     everyone
 * @param gains actions it is allowed afterwards and wasn't before, or for longer; {@code ecr:BatchGetImage} for example
 * @param loses actions it was allowed before and isn't afterwards, or for less long
 * @param from when that begins; none if it begins at once, or if what is gained follows what it has already
 * @param until when the gained actions end, or when the lost ones would have ended or come back
 * @param conditions the condition keys on which its access depends afterwards; none if on nothing
 * @param terms on what its access depends before and after, in words; none if on nothing afterwards
 */
public record Effect(
        Principal principal,
        SortedSet<String> gains,
        SortedSet<String> loses,
        Optional<Instant> from,
        Optional<Instant> until,
        List<String> conditions,
        Optional<ConditionChange> terms) {
    public Effect {
        gains = Collections.unmodifiableSortedSet(new TreeSet<>(gains));
        loses = Collections.unmodifiableSortedSet(new TreeSet<>(loses));
        conditions = List.copyOf(conditions);
    }

    /** Returns what is left of it at a later time: nothing once it is over. */
    public Optional<Effect> at(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Effect(principal, gains, loses, from.filter(now::isBefore), until, conditions, terms));
    }

    /** An effect that begins at once and depends on nothing. */
    public Effect(Principal principal, SortedSet<String> gains, SortedSet<String> loses, Optional<Instant> until) {
        this(principal, gains, loses, Optional.empty(), until, List.of(), Optional.empty());
    }

    /** Returns the effect as it is whatever words there are for its conditions. */
    public Effect withoutWords() {
        return new Effect(principal, gains, loses, from, until, conditions, Optional.empty());
    }
}
