package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
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

<<<<<<< HEAD:bot/src/main/java/dev/ecrbot/desk/apply/ExtensionRecords.java
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
=======
    /** Marks the grant that the request extends; returns why it can't be extended any more, or nothing. */
    Optional<Problem> begin(LedgerTransaction transaction, Request request) {
        Optional<GrantId> id = request.change().extended();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Grant grant = transaction.grants().lock(id.get()).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE || !grant.until().equals(from(request))) {
>>>>>>> 442fd14 (Say what people read in plain English: short sentences, the actor named, what to do next):bot/src/main/java/dev/ecrbot/desk/apply/Extensions.java
            return Optional.of(GrantOfRequest.ended(grant));
        }
        transaction.grants().update(grant.extending());
        return Optional.empty();
    }

<<<<<<< HEAD:bot/src/main/java/dev/ecrbot/desk/apply/ExtensionRecords.java
    @Override
    public void took(LedgerTransaction transaction, Request applied) {
=======
    /** Returns why what the request extends can't be extended any more, or nothing; marks no grant. */
    Optional<Problem> obstacle(LedgerTransaction transaction, Request request) {
        return request.change()
                .extended()
                .flatMap(id -> transaction.grants().find(id))
                .filter(grant -> grant.state() != Grant.State.ACTIVE)
                .map(GrantOfRequest::ended);
    }

    /** The request took effect. */
    void took(LedgerTransaction transaction, Request applied, Edit.Extend extend) {
>>>>>>> 442fd14 (Say what people read in plain English: short sentences, the actor named, what to do next):bot/src/main/java/dev/ecrbot/desk/apply/Extensions.java
        Instant now = applied.changedAt();
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
