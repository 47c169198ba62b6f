package dev.ecrbot.desk.ledger;

import java.time.Instant;

/** What people typed and clicked lately, by the id that each such thing has of its own. */
public interface Deliveries {
    /** The longest id that is kept. */
    int LONGEST = 255;

    /** Returns whether this id is seen for the first time; of several transactions only one is told so. */
    boolean first(String trigger, Instant now);

    /** Forgets what was seen before this moment. */
    void forget(Instant before);
}
