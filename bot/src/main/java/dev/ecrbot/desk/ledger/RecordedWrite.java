package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * A write of the bot's own, recorded before it was sent.
 *
 * @param id rises with every write
 * @param base the document it was planned on, as read
 * @param proposed the document it sends; the empty text where the policy is deleted
 * @param intended when it was recorded: after its base was read, and before it was sent; empty where an older version recorded it
 * @param proven as of when it was read back as it was sent; empty if it never was, though what it was to do may have been found
 */
public record RecordedWrite(
        long id,
        RequestId request,
        String base,
        String proposed,
        Outcome outcome,
        Optional<Instant> intended,
        Optional<Instant> proven) {

    /** What is known of a write. */
    public enum Outcome {
        /** It may be under way; or its answer got lost, and no reading has shown it so far. */
        INTENDED,
        /** It took effect: it was read back. */
        TAKEN,
        /** It had no effect. */
        NOT_TAKEN
    }
}
