package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.Courier.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes a card to the fallback channel where its own is gone, or the bot isn't in it. */
final class FallbackCard {
    private static final String CHANNEL = "channel";

    private final Optional<String> fallback;
    private final Courier courier;

    /**
     * @param fallback the id of the fallback channel
     */
    FallbackCard(Optional<String> fallback, Courier courier) {
        this.fallback = fallback;
        this.courier = courier;
    }

    /** Returns where the request's card stands instead, if it was rerouted. */
    Optional<FallbackChannel> of(LedgerTransaction transaction, RequestId id) {
        if (fallback.isEmpty()) {
            return Optional.empty();
        }
        return transaction.events().of(id).stream()
                .filter(event -> event.kind() == EventKind.CARD_REROUTED)
                .map(event -> new FallbackChannel(
                        event.details().getOrDefault(CHANNEL, ""),
                        event.details().getOrDefault(Detail.WHY, "")))
                .reduce((first, second) -> second);
    }

    /**
     * Shows the card in the fallback channel instead, if there is one and the card isn't there already.
     *
     * @return what became of it; undeliverable where there is no way around
     */
    Delivery tried(LedgerTransaction transaction, Request request, String why, Instant now) {
        boolean there = transaction
                .requests()
                .card(request.id())
                .map(CardRef::channel)
                .or(() -> request.ask().map(Ask::channel))
                .equals(fallback);
        if (fallback.isEmpty() || there || request.ask().isEmpty()) {
            return new Delivery.Undeliverable(why);
        }
        var other = new FallbackChannel(fallback.get(), why);
        var card = new Message.Card(
                request,
                transaction
                        .requests()
                        .approvals(request.id(), request.revision().number()),
                Optional.empty(),
                Optional.of(other),
                CardHistory.of(transaction, request),
                Optional.empty());
        Delivery delivery = courier.deliver(card);
        delivery.card().ifPresent(where -> {
            transaction.requests().card(request.id(), new CardRef(where.channel(), where.ts(), request.version()));
            transaction
                    .events()
                    .add(new Event(
                            EventKind.CARD_REROUTED,
                            Optional.of(request.id()),
                            Optional.empty(),
                            now,
                            Map.of(CHANNEL, other.channel(), Detail.WHY, why)));
        });
        return delivery;
    }
}
