package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records how the ends of grants move. While a move is under way the grant is {@link Grant.State#EXTENDING}, so that nothing
 * ends it in between.
 */
final class ExtensionRecords implements ChangeRecords {
    private final Edit.Extend extend;

    ExtensionRecords(Edit.Extend extend) {
        this.extend = extend;
    }

    @Override
    public Optional<Problem> obstacle(LedgerTransaction transaction, Request request, Instant now) {
        return transaction
                .grants()
                .find(extended(request))
                .filter(grant -> grant.state() != Grant.State.ACTIVE)
                .map(GrantOfRequest::ended);
    }

    @Override
    public Optional<Problem> begin(LedgerTransaction transaction, Request request, Instant now) {
        Grant grant = transaction.grants().lock(extended(request)).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE || !grant.until().equals(Optional.of(extend.from()))) {
            return Optional.of(GrantOfRequest.ended(grant));
        }
        transaction.grants().update(grant.extending());
        return Optional.empty();
    }

    @Override
    public void took(LedgerTransaction transaction, Request applied) {
        Instant now = applied.stage().changedAt();
        transaction.outbox().add(applied.id(), Notice.Kind.CARD, Map.of(), now);
        Grant grant = transaction
                .grants()
                .lock(applied.change().extended().orElseThrow())
                .orElseThrow();
        // A revocation that was faster has ended it, and the policy is as that one left it.
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        transaction.grants().update(grant.lasting(extend.until()));
        transaction
                .events()
                .add(new Event(
                        EventKind.EXTENDED,
                        Optional.of(grant.id().request()),
                        applied.ask().map(Ask::requester),
                        now,
                        Map.of(
                                Detail.BY, applied.id().value(),
                                Detail.FROM, extend.from().toString(),
                                Detail.UNTIL,
                                        extend.until().map(Instant::toString).orElse("never"))));
        transaction.outbox().add(applied.id(), Notice.Kind.EXTENDED, Map.of(), now);
        transaction
                .outbox()
                .add(
                        grant.id().request(),
                        Notice.Kind.GRANT_EXTENDED,
                        Map.of(Detail.BY, applied.id().value()),
                        now);
        HolderTold.of(transaction, grant, applied, Notice.Kind.EXTENDED_TOLD);
        transaction.outbox().cardAgain(grant.id().request(), now);
    }

    @Override
    public void released(LedgerTransaction transaction, Request request) {
        transaction
                .grants()
                .lock(extended(request))
                .filter(grant -> grant.state() == Grant.State.EXTENDING)
                .ifPresent(grant -> transaction.grants().update(grant.active()));
    }

    private static GrantId extended(Request request) {
        return request.change().extended().orElseThrow();
    }
}
