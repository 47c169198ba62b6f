package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Slack still has to be told; written in the transaction that decides it. */
public interface Outbox {

    /**
     * Adds a notice; the notices of one request are delivered in the order they were added. Only what waits for its lane, or
     * for others, is overtaken; a card's newest state never is.
     */
    void add(RequestId request, Notice.Kind kind, Map<String, String> details, Instant now);

    /** Adds a notice of what has just become of the request. */
    default void add(Request changed, Notice.Kind kind, Map<String, String> details) {
        add(changed.id(), kind, details, changed.stage().changedAt());
    }

    /** Adds a notice that the request's card has to show what became since of what the request did. */
    default void cardAgain(RequestId request, Instant now) {
        add(request, Notice.Kind.CARD, Map.of(Detail.AGAIN, ""), now);
    }

    /**
     * Returns the most urgent notice that is due, may be sent in its lane now, and has no older undelivered one of the same
     * request before it; and keeps every other transaction from taking it, and from sending in its lane, until this one ends.
     *
     * @param aside ids of notices to leave alone
     */
    Optional<Notice> take(Instant now, Set<String> aside);

    /** Records where a notice is to be sent, and how urgent it is there. */
    void sort(long id, Lane lane, Urgency urgency);

    /**
     * Keeps every other transaction from sending in this lane until this one ends.
     *
     * @return since when it has been free; empty if nothing may be sent there now, or somebody else is at it
     */
    Optional<Instant> enter(Lane lane, Instant now);

    /** Has nothing sent in this lane before then; to be called by whoever entered it. */
    void close(Lane lane, Instant until);

    /** Returns the oldest notes that wait in this lane, held ones included, and takes them as {@link #take} does. */
    List<Notice> notes(Lane lane, Set<String> aside, int limit);

    /** Returns how many notes for this lane were added after then, delivered or not. */
    long notesSince(Lane lane, Instant then);

    /** Has a note wait for others, until then at the longest. */
    void hold(long id, Instant until);

    /** Records that a notice was delivered, or needs to be no longer. */
    void done(long id, Instant now);

    /** Puts a notice off and counts the try. */
    void postpone(long id, Instant due);

    /** Returns how many notices wait to be delivered. */
    long waiting();

    /** Returns when the oldest of the notices that are due was added; empty if none is. */
    Optional<Instant> oldest(Instant now);
}
