package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Slack still has to be told; written in the transaction that decides it. */
public interface Outbox {

    /** Adds a notice; the notices of one request are delivered in the order they were added. */
    void add(RequestId request, Notice.Kind kind, Map<String, String> details, Instant now);

    /**
     * Returns the oldest notice that is due and has no older undelivered one of the same request before it, and keeps
     * every other transaction from taking it until this one ends.
     */
    Optional<Notice> take(Instant now);

    /** Records that a notice was delivered, or needs to be no longer. */
    void done(long id, Instant now);

    /** Puts a notice off and counts the try. */
    void postpone(long id, Instant due);

    /** Returns how many notices wait to be delivered. */
    long waiting();
}
