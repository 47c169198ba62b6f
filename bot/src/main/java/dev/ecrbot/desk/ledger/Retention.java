package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.Optional;

/** What is let go of once it is old. Events never are. */
public interface Retention {
    /**
     * Lets go of the plans of requests that ended before then, of their writes, and of the texts of policies that no other
     * request needs. A request whose grant stands or ended later keeps them, and so does one that somebody still has to be
     * told about, and every one that ended after an open one was asked for.
     *
     * @param after where to go on; those that ended first come first
     * @param atMost how many requests are looked at
     * @return where to go on next; empty if there are no more
     */
    Optional<Place> letGo(Place after, Instant before, int atMost);

    /** Removes this many notices at most that were delivered before then; returns how many. */
    int emptyOutbox(Instant before, int atMost);

    /** A place in the order in which requests ended. */
    record Place(Instant ended, long seq) {
        /** Before all others. */
        public static final Place FIRST = new Place(Instant.EPOCH, 0);
    }
}
