package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.Given;
import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.Books;
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
    Optional<Problem> begin(Books books, Request request) {
        Optional<GrantId> id = request.change().extended();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Grant grant = books.grants().lock(id.get()).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE || !grant.until().equals(from(request))) {
            return Optional.of(Given.ended(grant));
        }
        books.grants().update(grant.extending());
        return Optional.empty();
    }

    /** Returns why what the request extends can't be extended any more, if so; marks nothing. */
    Optional<Problem> obstacle(Books books, Request request) {
        return request.change()
                .extended()
                .flatMap(id -> books.grants().find(id))
                .filter(grant -> grant.state() != Grant.State.ACTIVE)
                .map(Given::ended);
    }

    /** The request took effect. */
    void took(Books books, Request applied, Edit.Extend extend) {
        Instant now = applied.changedAt();
        Grant grant =
                books.grants().lock(applied.change().extended().orElseThrow()).orElseThrow();
        // A revocation that was faster has ended it, and the policy is as that one left it.
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        books.grants().update(grant.lasting(extend.until()));
        books.events()
                .add(new Event(
                        EventKind.EXTENDED,
                        Optional.of(grant.id().request()),
                        applied.ask().map(Ask::requester),
                        now,
                        Map.of(
                                Detail.BY, applied.id().value(),
                                Detail.FROM, extend.from().toString(),
                                Detail.UNTIL, extend.until().map(Instant::toString).orElse("never"))));
        books.outbox().add(applied.id(), Notice.Kind.EXTENDED, Map.of(), now);
        books.outbox()
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
    void failed(Books books, Request failed) {
        failed.change()
                .extended()
                .flatMap(id -> books.grants().lock(id))
                .filter(grant -> grant.state() == Grant.State.EXTENDING)
                .ifPresent(grant -> books.grants().update(grant.active()));
    }
}
