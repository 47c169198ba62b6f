package dev.ecrbot.desk.ledger;

import java.util.Optional;

/**
 * Where a request's card stands.
 *
 * @param ts Slack's id of the message within its channel
 * @param shown the request's version it shows
 * @param thread the message that it stands below; empty where it stands in the channel itself
 */
public record CardRef(String channel, String ts, int shown, Optional<String> thread) {

    /** One that stands in the channel itself. */
    public CardRef(String channel, String ts, int shown) {
        this(channel, ts, shown, Optional.empty());
    }

    /** Returns the message in whose thread stands what is told of the card. */
    public String told() {
        return thread.orElse(ts);
    }
}
