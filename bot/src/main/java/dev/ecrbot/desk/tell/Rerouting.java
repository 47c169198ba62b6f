package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.Books;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.ShorterEnd;

import dev.ecrbot.desk.tell.Courier.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes a card to the fallback channel where its own is gone, or the bot isn't in it. */
public final class Rerouting {
    private static final String CHANNEL = "channel";

    private final Optional<String> fallback;
    private final Courier courier;

    /**
     * @param fallback the id of the fallback channel
     */
    public Rerouting(Optional<String> fallback, Courier courier) {
        this.fallback = fallback;
        this.courier = courier;
    }

    /** Returns where the request's card stands instead, if it was rerouted. */
    Optional<Detour> of(Books books, RequestId id) {
        if (fallback.isEmpty()) {
            return Optional.empty();
        }
        return books.events().of(id).stream()
                .filter(event -> event.kind() == EventKind.CARD_REROUTED)
                .map(event -> new Detour(
                        event.details().getOrDefault(CHANNEL, ""),
                        event.details().getOrDefault(Detail.WHY, "")))
                .reduce((first, second) -> second);
    }

    /**
     * Shows the card in the fallback channel instead, if there is one and the card isn't there already.
     *
     * @return what became of it; empty where there is no way around
     */
    Optional<Delivery> tried(Books books, Request request, String why, Instant now) {
        boolean there = books.requests()
                .card(request.id())
                .map(CardRef::channel)
                .or(() -> request.ask().map(Ask::channel))
                .equals(fallback);
        if (fallback.isEmpty() || there || request.ask().isEmpty()) {
            return Optional.empty();
        }
        var detour = new Detour(fallback.get(), why);
        var card = new Message.Card(
                request,
                books.requests().approvals(request.id(), request.revision()),
                Optional.empty(),
                Optional.of(detour),
                ShorterEnd.last(books.events().of(request.id())));
        Delivery delivery = courier.deliver(card);
        if (delivery instanceof Delivery.Delivered delivered && delivered.card().isPresent()) {
            CardRef where = delivered.card().get();
            books.requests().card(request.id(), new CardRef(where.channel(), where.ts(), request.version()));
            books.events()
                    .add(new Event(
                            EventKind.CARD_REROUTED,
                            Optional.of(request.id()),
                            Optional.empty(),
                            now,
                            Map.of(CHANNEL, detour.channel(), Detail.WHY, why)));
        }
        return delivery instanceof Delivery.Undeliverable ? Optional.empty() : Optional.of(delivery);
    }
}
