package dev.ecrbot.policy;

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
 */
public record Holding(
        Principal principal,
        SortedSet<String> actions,
        boolean allow,
        boolean conditional,
        Optional<Instant> until,
        Optional<String> sid,
        int statement,
        boolean ours) {
    public Holding {
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /** Returns this as something that holds only under a condition. */
    Holding perhaps() {
        return new Holding(principal, actions, allow, true, until, sid, statement, ours);
    }
}
