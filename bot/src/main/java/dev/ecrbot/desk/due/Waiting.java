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
import dev.ecrbot.desk.tell.Escalations;
import dev.ecrbot.desk.tell.Reminders;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Instant since = Reminders.since(request, events);
        Handling handling =
                approverCheck.configured(request).map(Rule::handling).orElse(Handling.USUAL);
        Instant until = since.plus(handling.requestTimeout());
        // Of those that wait together, one reminds for all, and is told for all.
        boolean silent = Bundle.waiting(transaction, request)
                .filter(bundle -> !bundle.isLedBy(id))
                .isPresent();
        if (!now.isBefore(until)) {
            expire(transaction, request, silent, now);
            return;
        }
        var patience = new Patience(since, until, handling.calling());
        boolean open = handling.calling().from(now).equals(now);
        if (!silent && open && !escalated(transaction, request, patience, now)) {
            remind(transaction, request, patience, now);
        }
        transaction.requests().lookAgain(id, patience.next(now, events));
    }

    /** How long a request is shown, and when people are called about it. */
    private record Patience(Instant since, Instant until, Calling calling) {
        // Rules change while requests wait.
        private static final Duration SELDOM = Duration.ofHours(1);

        Instant next(Instant now, List<Event> events) {
            Optional<Instant> reminder = Reminders.next(since, calling, Reminders.passed(since, calling, now));
            Optional<Instant> call = Escalations.due(since, calling, events);
            Optional<Instant> opens = Optional.of(calling.from(now));
            return Stream.of(reminder, call, opens, Optional.of(until))
                    .flatMap(Optional::stream)
                    .filter(now::isBefore)
                    .reduce(now.plus(SELDOM), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private static boolean escalated(LedgerTransaction transaction, Request request, Patience patience, Instant now) {
        boolean due = Escalations.due(
                        patience.since(),
                        patience.calling(),
                        transaction.events().of(request.id()))
                .filter(at -> !now.isBefore(at))
                .isPresent();
        if (due) {
            People deputies = patience.calling().escalation().orElseThrow().to();
            transaction.events().add(AuditEvents.escalated(request, deputies, now));
            var details = Map.of(Detail.UNTIL, patience.until().toString());
            transaction.outbox().add(request.id(), Notice.Kind.ESCALATED, details, now);
            Bundle.calledAgain(transaction, request, now);
        }
        return due;
    }

    private static void remind(LedgerTransaction transaction, Request request, Patience patience, Instant now) {
        List<Event> events = transaction.events().of(request.id());
        int revision = request.revision().number();
        int passed = Reminders.passed(patience.since(), patience.calling(), now);
        if (passed > Reminders.given(events, revision)
                && Reminders.readers(transaction, request, patience.calling()).isPresent()) {
            transaction.events().add(AuditEvents.reminded(request, passed, now));
            var details = Map.of(
                    Detail.NUMBER, String.valueOf(passed),
                    Detail.REVISION, String.valueOf(revision),
                    Detail.UNTIL, patience.until().toString());
            transaction.outbox().add(request.id(), Notice.Kind.REMINDER, details, now);
        }
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
}
