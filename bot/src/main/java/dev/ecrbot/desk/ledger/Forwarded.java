package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the audit trail was handed on to others: in the order of the chain over it, in which no event comes in between later, as
 * it may among numbers.
 */
public interface Forwarded {

    /**
     * A place in that order.
     *
     * @param position the link of the chain; 0 is of all events from before there was one
     * @param event the event's number, by which those of link 0 are told apart
     */
    record Mark(long position, long event) {
        /** Before the first event. */
        public static final Mark START = new Mark(0, 0);
    }

    /**
     * An event in its place.
     *
     * @param recorded empty if this version can't read it
     */
    record Item(Mark mark, Optional<Events.Recorded> recorded) {}

    /** Returns the place of the last one that was handed on under this name. */
    Mark last(String name);

    /** Returns the next ones, so many at most. */
    List<Item> next(Mark after, int most);

    /** Returns when the oldest event after this place happened; empty if there is none. */
    Optional<Instant> oldest(Mark after);

    /** Records how far it is; returns false, and records nothing, if somebody else did meanwhile. */
    boolean move(String name, Mark from, Mark to, Instant now);
}
