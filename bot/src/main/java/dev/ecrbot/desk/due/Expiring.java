package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.tell.EndWarnings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks after grants that end soon: warns their holders.
 *
 * <p>What was said is read from the events, under the grant's lock: so a restart forgets nothing, and of two replicas that
 * look at once the second finds it said. A grant with a new end is looked at anew.
 */
final class Expiring {
    private static final String GRANTS = "grant_";
    private static final int AT_ONCE = 200;

    private final Ledger ledger;
    private final Clock clock;

    Expiring(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        int atMost = AT_ONCE + ledger.aside().keys(GRANTS, now).size();
        List<GrantId> due = ledger.transact(transaction -> transaction.grants().toLookAt(now, atMost));
        ledger.aside()
                .each(GRANTS, due, GrantId::toString, now, id -> ledger.record(transaction -> look(transaction, id)));
    }

    private void look(LedgerTransaction transaction, GrantId id) {
        Grant grant = transaction.grants().lock(id).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE || grant.until().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = grant.until().get();
        List<Event> events = transaction.events().of(id.request());
        Instant set = set(grant, until, events);
        int passed = EndWarnings.passed(set, until, now);
        boolean warn = now.isBefore(until) && passed > EndWarnings.given(events, until);
        if (warn) {
            var details = Map.of(Detail.STEP, String.valueOf(passed), Detail.UNTIL, until.toString());
            transaction
                    .events()
                    .add(new Event(EventKind.WARNED, Optional.of(id.request()), Optional.empty(), now, details));
            transaction.outbox().add(id.request(), Notice.Kind.WARNED, details, now);
        }
        transaction.grants().lookAgain(id, EndWarnings.next(set, until, now).orElse(until));
    }

    // A new end is news to its holder on the day that it is set.
    private static Instant set(Grant grant, Instant until, List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.EXTENDED || event.kind() == EventKind.GRANT_RESTORED)
                .filter(event -> until.toString().equals(event.details().get(Detail.UNTIL)))
                .map(Event::at)
                .reduce(grant.since(), (first, second) -> second);
    }
}
