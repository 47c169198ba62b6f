package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What happened, append-only. */
public interface Events {
    void add(Event event);

    /** Hands over every event in order, without holding all of them at once. */
    default void each(Consumer<Recorded> reader) {
        each(0, reader);
    }

    /** As the other, of those that were recorded after the one with this place. */
    default void each(long after, Consumer<Recorded> reader) {
        for (List<Recorded> page = next(after);
                !page.isEmpty();
                page = next(page.get(page.size() - 1).seq())) {
            page.forEach(reader);
        }
    }

    /** Returns some of those that were recorded after the one with this place, in order; none where there are no more. */
    List<Recorded> next(long after);

    /**
     * An event with its place in the order of all.
     *
     * @param seq grows with every event; some numbers may be missing
     * @param version of the bot that recorded it; empty for events from before it was noted
     */
    record Recorded(long seq, Optional<String> version, Event event) {}

    /** Returns a request's events in order. */
    List<Event> of(RequestId request);

    /** Returns the events of each of these requests in order. */
    Map<RequestId, List<Event>> of(List<RequestId> requests);
}
