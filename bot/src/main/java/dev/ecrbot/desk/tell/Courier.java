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

        /** Hands itself to the method for its kind. */
        <T> T visit(Visitor<T> visitor);

        /** Returns where the card stands; empty if it isn't there, or for what is no card. */
        Optional<CardRef> card();

        /** Has one answer for each kind. */
        interface Visitor<T> {
            T delivered(Delivered delivered);

            T later(Later later);

            T undeliverable(Undeliverable undeliverable);

            T throttled(Throttled throttled);

            T cardGone(CardGone gone);
        }

        /** It is there. {@code card} is where, for a card and only for that. */
        record Delivered(Optional<CardRef> card) implements Delivery {
            @Override
            public <T> T visit(Visitor<T> visitor) {
                return visitor.delivered(this);
            }
        }

        /** It isn't there, and may be tried again after this time at the earliest. */
        record Later(Duration after, String why) implements Delivery {
            @Override
            public Optional<CardRef> card() {
                return Optional.empty();
            }

            @Override
            public <T> T visit(Visitor<T> visitor) {
                return visitor.later(this);
            }
        }

        /** It can't be brought there, however often it is tried. */
        record Undeliverable(String why) implements Delivery {
            @Override
            public Optional<CardRef> card() {
                return Optional.empty();
            }

            @Override
            public <T> T visit(Visitor<T> visitor) {
                return visitor.undeliverable(this);
            }
        }

        /** It isn't there: nothing more may be brought to this place before this time is over. */
        record Throttled(Duration after) implements Delivery {
            @Override
            public Optional<CardRef> card() {
                return Optional.empty();
            }

            @Override
            public <T> T visit(Visitor<T> visitor) {
                return visitor.throttled(this);
            }
        }

        /** It belongs to a card that doesn't stand there any more, in a channel that can be reached. */
        record CardGone(String why) implements Delivery {
            @Override
            public Optional<CardRef> card() {
                return Optional.empty();
            }

            @Override
            public <T> T visit(Visitor<T> visitor) {
                return visitor.cardGone(this);
            }
        }
    }
}
