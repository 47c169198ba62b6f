package dev.ecrbot.slack.web;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.tell.Courier.Delivery;
import java.util.Optional;

/**
 * Says what Slack's reply means for what was to be delivered.
 *
 * @param card where the card stands, if it is one and there
 */
record DeliveryOf<T>(Optional<CardRef> card) implements Reply.Visitor<T, Delivery> {
    @Override
    public Delivery done(Reply.Done<T> done) {
        return new Delivery.Delivered(card);
    }

    @Override
    public Delivery refused(Reply.Refused<T> refused) {
        return new Delivery.Undeliverable(refused.error());
    }

    @Override
    public Delivery unsure(Reply.Unsure<T> unsure) {
        return unsure.throttled()
                ? new Delivery.Throttled(unsure.after())
                : new Delivery.Later(unsure.after(), unsure.why());
    }
}
