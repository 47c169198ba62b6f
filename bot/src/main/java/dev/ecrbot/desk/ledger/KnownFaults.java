package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.Map;

/** What channels were told is to mend about the bot's set-up, so that they hear of it once, however often the bot starts. */
public interface KnownFaults {

    /** Returns the faults that the channel was told of, by their keys, and when that was. */
    Map<String, Instant> of(String channel);

    /** Records that the channel is told of a fault; returns false if it was before. */
    boolean add(String channel, String fault, Instant now);

    /** Forgets a fault, so that the channel hears of it when it comes again. */
    void remove(String channel, String fault);
}
