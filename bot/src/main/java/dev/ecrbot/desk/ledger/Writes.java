package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.PolicyHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bot's own writes, so that they can be told from other people's. */
public interface Writes {

    /** Records the intent to write, before the write is sent; returns the write's id. */
    long intend(PolicyHolder holder, RequestId request, String base, String proposed, Instant now);

    /** Records what became of a write. */
    void outcome(long id, RecordedWrite.Outcome outcome);

    /** Records of all writes of the request whose outcome is open that AWS didn't take them: some may be left of earlier tries. */
    void givenUp(RequestId request);

    /** Records as of when a write was read back as it was sent; empty if it wasn't. */
    void proven(long id, Optional<Instant> at);

    /** Returns the id of the last recorded write to the policy; 0 if there is none. */
    long last(PolicyHolder holder);

    /** Returns the writes to the policy that were recorded after the one with this id, in order. */
    List<RecordedWrite> after(PolicyHolder holder, long mark);

    /** Returns the requests that failed while their write may have had effect all the same, oldest first; those that can be read. */
    List<Request> inDoubt();

    /** Returns the request's last recorded write, if it has one. */
    Optional<RecordedWrite> of(RequestId request);
}
