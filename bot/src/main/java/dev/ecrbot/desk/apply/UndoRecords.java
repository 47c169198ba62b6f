package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records what undoing makes of requests and grants. While a grant is being undone it
 * is {@link Grant.State#ENDING}, and while an extension is, {@link Grant.State#EXTENDING}, so that nothing else moves it.
 */
final class UndoRecords implements ChangeRecords {
    private final Edit.Undo undo;
    private final RereadSchedule schedule;

    UndoRecords(Edit.Undo undo, RereadSchedule schedule) {
        this.undo = undo;
        this.schedule = schedule;
    }

    @Override
    public Optional<Problem> obstacle(LedgerTransaction transaction, Request request, Instant now) {
        return UndoObstacle.why(transaction, request.change(), now);
    }

    @Override
    public Optional<Problem> begin(LedgerTransaction transaction, Request request, Instant now) {
        Optional<Grant> grant = held(transaction, request);
        Optional<Problem> obstacle = UndoObstacle.why(transaction, request.change(), now);
        if (obstacle.isEmpty()) {
            grant.ifPresent(
                    g -> transaction.grants().update(undo.done() instanceof Edit.Extend ? g.extending() : g.ending()));
        }
        return obstacle;
    }

    @Override
    public void released(LedgerTransaction transaction, Request request) {
        held(transaction, request)
                .filter(grant -> grant.state() == Grant.State.ENDING || grant.state() == Grant.State.EXTENDING)
                .ifPresent(grant -> transaction.grants().update(grant.active()));
    }

    @Override
    public void took(LedgerTransaction transaction, Request applied) {
        Instant now = applied.stage().changedAt();
        transaction.outbox().add(applied.id(), Notice.Kind.CARD, Map.of(), now);
        Request undone = transaction
                .requests()
                .find(applied.change().undoes().orElseThrow())
                .orElseThrow();
        Optional<PersonId> asker = applied.ask().map(Ask::requester);
        Map<String, String> by = Map.of(Detail.BY, applied.id().value());
        transaction.events().add(new Event(EventKind.UNDONE, Optional.of(undone.id()), asker, now, by));
        transaction.outbox().add(applied.id(), Notice.Kind.UNDID, Map.of(), now);
        if (undone.ask().isPresent()) {
            transaction.outbox().add(undone.id(), Notice.Kind.UNDONE, by, now);
            transaction.outbox().cardAgain(undone.id(), now);
        }
        if (!undone.maker().equals(asker)) {
            transaction.outbox().add(undone.id(), Notice.Kind.UNDONE_TOLD, by, now);
        }
        if (restores()) {
            Concerned.givenBack(transaction, applied.change(), now).forEach(grant -> {
                restore(transaction, applied, grant.active());
                transaction.readings().seen(grant.id(), now.plus(schedule.first()));
            });
            return;
        }
        // Whatever ended it was faster, and has said so.
        held(transaction, applied)
                .filter(grant -> grant.state() != Grant.State.ENDED)
                .ifPresent(grant -> {
                    if (undo.done() instanceof Edit.Extend extend) {
                        restore(transaction, applied, grant.lasting(Optional.of(extend.from())));
                    } else {
                        end(transaction, applied, grant);
                    }
                });
    }

    private static void end(LedgerTransaction transaction, Request applied, Grant grant) {
        Instant now = applied.stage().changedAt();
        Grant ended = grant.ended(new Grant.End(now, Grant.Reason.UNDONE, Optional.of(applied.id())));
        transaction.grants().update(ended);
        transaction.events().add(AuditEvents.ended(ended, applied.ask().map(Ask::requester), now));
    }

    private static void restore(LedgerTransaction transaction, Request applied, Grant grant) {
        Instant now = applied.stage().changedAt();
        Optional<PersonId> asker = applied.ask().map(Ask::requester);
        var details = Map.of(
                Detail.BY,
                applied.id().value(),
                Detail.UNTIL,
                grant.until().map(Instant::toString).orElse(Detail.NEVER));
        transaction.grants().update(grant);
        transaction
                .events()
                .add(new Event(EventKind.GRANT_RESTORED, Optional.of(grant.id().request()), asker, now, details));
        transaction.outbox().add(grant.id().request(), Notice.Kind.GRANT_RESTORED, details, now);
        transaction.outbox().cardAgain(grant.id().request(), now);
        if (!asker.equals(Optional.of(grant.requester()))) {
            transaction.outbox().add(grant.id().request(), Notice.Kind.RESTORED_TOLD, details, now);
        }
    }

    /** Returns whether grants come back by it; else the one that was made or extended goes, or ends sooner. */
    private boolean restores() {
        return undo.done().granted().isEmpty();
    }

    /** Locks the grant that an undo takes away or shortens. */
    private Optional<Grant> held(LedgerTransaction transaction, Request request) {
        return restores() ? Optional.empty() : request.change().grant().flatMap(transaction.grants()::lock);
    }
}
