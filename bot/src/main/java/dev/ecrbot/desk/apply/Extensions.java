package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records how the ends of grants move, within a transaction that others began. While a move is under way the grant is
 * {@link Grant.State#EXTENDING}, so that nothing ends it in between.
 */
final class Extensions {

    /** Marks the grant that the request extends; returns why it can't be extended any more, if so. */
    Optional<Problem> begin(LedgerTransaction transaction, Request request) {
        Optional<GrantId> id = request.change().extended();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Grant grant = transaction.grants().lock(id.get()).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE || !grant.until().equals(from(request))) {
            return Optional.of(GrantOfRequest.ended(grant));
        }
        transaction.grants().update(grant.extending());
        return Optional.empty();
    }

    /** Returns why what the request extends can't be extended any more, if so; marks nothing. */
    Optional<Problem> obstacle(LedgerTransaction transaction, Request request) {
        return request.change()
                .extended()
                .flatMap(id -> transaction.grants().find(id))
                .filter(grant -> grant.state() != Grant.State.ACTIVE)
                .map(GrantOfRequest::ended);
    }

    /** The request took effect. */
    void took(LedgerTransaction transaction, Request applied, Edit.Extend extend) {
        Instant now = applied.changedAt();
        Grant grant =
                transaction.grants().lock(applied.change().extended().orElseThrow()).orElseThrow();
        // A revocation that was faster has ended it, and the policy is as that one left it.
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        transaction.grants().update(grant.lasting(extend.until()));
        transaction.events()
                .add(new Event(
                        EventKind.EXTENDED,
                        Optional.of(grant.id().request()),
                        applied.ask().map(Ask::requester),
                        now,
                        Map.of(
                                Detail.BY, applied.id().value(),
                                Detail.FROM, extend.from().toString(),
                                Detail.UNTIL, extend.until().map(Instant::toString).orElse("never"))));
        transaction.outbox().add(applied.id(), Notice.Kind.EXTENDED, Map.of(), now);
        transaction.outbox()
                .add(
                        grant.id().request(),
                        Notice.Kind.GRANT_EXTENDED,
                        Map.of(Detail.BY, applied.id().value()),
                        now);
    }

    private static Optional<Instant> from(Request request) {
        return request.change().edit() instanceof Edit.Extend extend ? Optional.of(extend.from()) : Optional.empty();
    }

    /** The request failed: what it was to extend goes on to the end that it had. */
    void failed(LedgerTransaction transaction, Request failed) {
        failed.change()
                .extended()
                .flatMap(id -> transaction.grants().lock(id))
                .filter(grant -> grant.state() == Grant.State.EXTENDING)
                .ifPresent(grant -> transaction.grants().update(grant.active()));
    }
}
