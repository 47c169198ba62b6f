package dev.ecrbot.desk.due;

import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Reminders;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks after requests that nobody has decided on: reminds their approvers, and lets go of what has waited long enough.
 *
 * <p>What was done is read from the events, under the request's lock: so a restart forgets nothing, and of two replicas that
 * look at once the second finds it done.
 */
final class Waiting {
    private static final String REQUESTS = "request";
    private static final int AT_ONCE = 200;

    private final Ledger ledger;
    private final ApproverCheck approverCheck;
    private final Clock clock;

    Waiting(Ledger ledger, ApproverCheck approverCheck, Clock clock) {
        this.ledger = ledger;
        this.approverCheck = approverCheck;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        int atMost = AT_ONCE + ledger.aside().keys(REQUESTS, now).size();
        List<RequestId> due =
                ledger.transact(transaction -> transaction.requests().toLookAt(now, atMost));
        ledger.aside()
                .each(REQUESTS, due, RequestId::value, now, id -> ledger.record(transaction -> look(transaction, id)));
    }

    private void look(LedgerTransaction transaction, RequestId id) {
        Request request = transaction.requests().lock(id).orElseThrow();
        if (request.stage().state() != RequestState.PENDING) {
            return;
        }
        Instant now = clock.instant();
        List<Event> events = transaction.events().of(id);
        Instant since = shownSince(request, events);
        Handling handling = approverCheck.configured(request).map(Rule::handling).orElse(Handling.USUAL);
        Instant until = since.plus(handling.requestTimeout());
        // Of those that wait together, one reminds for all, and is told for all.
        boolean silent = Bundle.waiting(transaction, request)
                .filter(bundle -> !bundle.isLedBy(id))
                .isPresent();
        if (!now.isBefore(until)) {
            expire(transaction, request, silent, now);
            return;
        }
        int passed = Reminders.passed(since, handling.calling(), now);
        boolean remind =
                !silent && passed > Reminders.given(events, request.revision().number());
        if (remind) {
            transaction.events().add(AuditEvents.reminded(request, passed, now));
            var details = Map.of(
                    Detail.NUMBER, String.valueOf(passed),
                    Detail.REVISION, String.valueOf(request.revision().number()),
                    Detail.UNTIL, until.toString());
            transaction.outbox().add(id, Notice.Kind.REMINDER, details, now);
        }
        Optional<Instant> next =
                Reminders.next(since, handling.calling(), passed).filter(reminder -> reminder.isBefore(until));
        transaction.requests().lookAgain(id, next.orElse(until));
    }

    private static void expire(LedgerTransaction transaction, Request request, boolean silent, Instant now) {
        Request expired = request.moved(RequestState.EXPIRED, now);
        transaction.requests().update(expired);
        transaction.events().add(AuditEvents.itself(EventKind.EXPIRED, expired, Map.of()));
        Bundle.showAgain(transaction, expired, now);
        if (!silent) {
            transaction.outbox().add(expired.id(), Notice.Kind.EXPIRED, Map.of(), now);
        }
    }

    // A new plan is a new question, and gives the approvers as long as the first one did.
    private static Instant shownSince(Request request, List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.REVISED || event.kind() == EventKind.SHORTENED)
                .map(Event::at)
                .reduce(request.createdAt(), (first, second) -> second);
    }
}
