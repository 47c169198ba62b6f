package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transaction sets going once it is committed: noted by the ledger as things are recorded, so that nobody who records
 * them can forget it. Belongs to one transaction, and isn't thread-safe.
 */
public final class Consequences {
    private final Set<RequestId> approved = new LinkedHashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Duration> applied = new ArrayList<>();
    private boolean notices;

    /** Who carries on what was recorded. Both may be told more often than there is something to do. */
    public interface Listener {

        /** A request may be applied now. */
        void apply(RequestId id);

        /** There is something to deliver. */
        void deliver();

        /** Something happened; of use to those who count. */
        default void happened(Event event) {}

        /** A change was proved to be in effect so long after it had been decided on. */
        default void applied(Duration sinceDecision) {}
    }

    /** An event was added. */
    public void happened(Event event) {
        events.add(event);
    }

    /** A request was stored in this state. */
    public void stored(Request request) {
        if (request.stage().state() == RequestState.APPROVED) {
            approved.add(request.id());
        } else if (request.stage().state() == RequestState.APPLIED) {
            request.decidedAt()
                    .ifPresent(at ->
                            applied.add(Duration.between(at, request.stage().changedAt())));
        }
    }

    /** A notice was put into the outbox. */
    public void noticed() {
        notices = true;
    }

    void announce(Listener listener) {
        if (notices) {
            listener.deliver();
        }
        approved.forEach(listener::apply);
        events.forEach(listener::happened);
        applied.forEach(listener::applied);
    }
}
