package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What channels are still to be told, about no request; written in the transaction that causes it. */
public interface Announcements {

    /** Adds one, unless its channel is told of its topic already. */
    void add(Announcement announcement, Instant now);

    /** Returns whether the channel is told of this topic, or is to be. */
    boolean isKnown(String topic, String channel);

    /** Returns the seq of the last change that the channel is told of; empty if nobody has begun to watch for it. */
    OptionalLong watched(String channel);

    /** Records that the channel is told of all changes up to this seq; another transaction that does the same waits. */
    void watched(String channel, long seq);

    /**
     * Returns the oldest that is due, and keeps it from being due until then, for every replica: whoever dies with it in hand
     * leaves it to the others. It may be told twice, if that happens after Slack took it.
     */
    Optional<Due> take(Instant now, Instant until);

    /** Records that it was told, or can't be. */
    void done(long id, Instant now);

    /** Puts it off. */
    void postpone(long id, Instant until);

    /**
     * One that is due.
     *
     * @param attempts how often it was taken before
     */
    record Due(long id, Announcement announcement, int attempts) {}
}
