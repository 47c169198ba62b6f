package dev.ecrbot.desk;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A courier that keeps what it is given; or does with it what it is told to. */
public final class Mailbox implements Courier {
    private final List<Message> delivered = new ArrayList<>();
    private final Consumer<Message> reader;
    private Function<Message, Optional<Delivery>> trouble = message -> Optional.empty();

    public Mailbox() {
        this(message -> {});
    }

    /** @param reader sees what arrives, as it arrives */
    public Mailbox(Consumer<Message> reader) {
        this.reader = reader;
    }

    public synchronized void trouble(Function<Message, Optional<Delivery>> what) {
        trouble = what;
    }

    public synchronized List<Message> all() {
        return List.copyOf(delivered);
    }

    public synchronized <T extends Message> List<T> of(Class<T> kind) {
        return delivered.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the notes that the requester of this request got. */
    public List<Note> notes(RequestId id) {
        return of(Message.Private.class).stream()
                .filter(message -> message.request().id().equals(id))
                .map(Message.Private::note)
                .toList();
    }

    /** Returns the states that the request's card has shown. */
    public List<RequestState> cardStates(RequestId id) {
        return of(Message.Card.class).stream()
                .map(Message.Card::request)
                .filter(request -> request.id().equals(id))
                .map(request -> request.stage().state())
                .toList();
    }

    private static String channel(Message.Card card) {
        return card.fallback().map(FallbackChannel::channel).orElse("C0APPROVALS");
    }

    @Override
    public synchronized Delivery deliver(Message message) {
        Optional<Delivery> failure = trouble.apply(message);
        if (failure.isPresent()) {
            return failure.get();
        }
        delivered.add(message);
        reader.accept(message);
        Optional<CardRef> where = message instanceof Message.Card card
                ? card.posted().or(() -> Optional.of(new CardRef(channel(card), delivered.size() + ".0", 0)))
                : Optional.empty();
        if (message instanceof BundleCard common) {
            where = common.posted().or(() -> Optional.of(new CardRef("C0APPROVALS", delivered.size() + ".0", 0)));
        }
        return new Delivery.Delivered(where);
    }
}
