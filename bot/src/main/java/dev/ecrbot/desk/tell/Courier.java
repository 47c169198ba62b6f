package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import java.time.Duration;
import java.util.Optional;

/** Brings messages to Slack. Thread-safe; bounded by the adapter's time-outs; never throws. */
public interface Courier {

    /** Delivers one message. */
    Delivery deliver(Message message);

    /** What became of a delivery. */
    sealed interface Delivery {

        /** It is there. {@code card} is where, for a card and only for that. */
        record Delivered(Optional<CardRef> card) implements Delivery {}

        /** It isn't there, and may be tried again after this time at the earliest. */
        record Later(Duration after, String why) implements Delivery {}

        /** It can't be brought there, however often it is tried. */
        record Undeliverable(String why) implements Delivery {}
    }
}
