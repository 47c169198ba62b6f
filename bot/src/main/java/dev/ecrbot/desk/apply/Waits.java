package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;

/** Records for whom an approved request waits, and has its card say so; once until it is decided on anew. */
final class Waits {
    private Waits() {}

    static void forAws(LedgerTransaction transaction, Request waiting, Problem problem) {
        if (CardHistory.waitingForAws(transaction.events().of(waiting.id())).isEmpty()) {
            transaction
                    .events()
                    .add(AuditEvents.itself(
                            EventKind.WAITING_FOR_AWS,
                            waiting,
                            Map.of(Detail.CODE, problem.code().label(), Detail.WHAT, problem.what())));
            transaction.outbox().add(waiting, Notice.Kind.CARD, Map.of());
        }
    }

    /** Returns since when it waits. */
    static Instant forSlack(LedgerTransaction transaction, Request request, Problem problem, Instant now) {
        return CardHistory.waitingForSlack(transaction.events().of(request.id()))
                .orElseGet(() -> {
                    Request waiting = request.moved(RequestState.APPROVED, now);
                    transaction.requests().update(waiting);
                    transaction
                            .events()
                            .add(AuditEvents.itself(
                                    EventKind.WAITING_FOR_SLACK, waiting, Map.of(Detail.WHAT, problem.what())));
                    transaction.outbox().add(waiting, Notice.Kind.CARD, Map.of());
                    return waiting.stage().changedAt();
                });
    }
}
