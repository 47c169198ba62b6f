package dev.ecrbot.policy.holding;

import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one statement says about one principal by its own name.
 *
 * @param actions as written, wildcards kept; a statement that excepts actions has one entry, {@code * except …}
 * @param allow whether it allows or denies them
 * @param conditional whether it does so only under a condition other than an end of the bot's
 * @param until when it ends, if the bot gave it with an end
 * @param sid the statement's Sid as written
 * @param statement the statement's place in the document, from 0
 * @param ours whether the bot gave it: the statement has the bot's form, and there is a stored grant of this principal
 * @param resource the resource that the statement names, as written, if it stands in a registry's policy; in a
 *     repository's it names none
 */
public record Holding(
        Principal principal,
        SortedSet<String> actions,
        boolean allow,
        boolean conditional,
        Optional<Instant> until,
        Optional<String> sid,
        int statement,
        boolean ours,
        Optional<String> resource) {
    public Holding {
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /** Returns this as something that holds only under a condition. */
    Holding perhaps() {
        return new Holding(principal, actions, allow, true, until, sid, statement, ours, resource);
    }

    /** A holding in a repository's policy. */
    public Holding(
            Principal principal,
            SortedSet<String> actions,
            boolean allow,
            boolean conditional,
            Optional<Instant> until,
            Optional<String> sid,
            int statement,
            boolean ours) {
        this(principal, actions, allow, conditional, until, sid, statement, ours, Optional.empty());
    }

    /** Returns this as a holding in a registry's policy, where statements name resources. */
    Holding through(String named) {
        return new Holding(principal, actions, allow, conditional, until, sid, statement, ours, Optional.of(named));
    }
}
