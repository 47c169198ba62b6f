package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Books;
import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.EarlyEnd;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.Happened;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Records how grants end, within a transaction that others began. */
public final class Endings {

    private final Consumer<Code> tally;

    /**
     * @param tally counts the problems that keep grants from ending for so long that people are told
     */
    public Endings(Consumer<Code> tally) {
        this.tally = tally;
    }

    /** Marks a grant as about to end; returns false if it has ended, has another end by now, or somebody else is at it. */
    boolean begin(Books books, Grant known) {
        Optional<Grant> active = books.grants()
                .lock(known.id())
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.until().equals(known.until()));
        active.ifPresent(grant -> books.grants().update(grant.ending()));
        return active.isPresent();
    }

    /** Returns whether an ending failed because there is nothing left to end. */
    boolean isOver(Request request, Problem problem) {
        return request.change().ends().isPresent() && problem.code() == Code.REPOSITORY_NOT_FOUND;
    }

    /** The grant that the request ends has ended. */
    void ended(Books books, Request request, Instant now) {
        Optional<EarlyEnd> early = EarlyEnd.of(request);
        end(
                books,
                grant(books, request),
                new Grant.End(
                        now,
                        early.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED,
                        Optional.of(request.id())),
                early);
    }

    Grant grant(Books books, Request request) {
        return books.grants().find(request.change().ends().orElseThrow()).orElseThrow();
    }

    /** There is nothing of the grant, as it was known, in the policy to take out. */
    public void over(Books books, Grant known, Optional<PersonId> by, Instant now) {
        Grant grant = books.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.EXTENDING || !grant.until().equals(known.until())) {
            return;
        }
        boolean givenOn = books.grants().standing(grant.target().holder()).stream()
                .anyMatch(other -> !other.id().equals(grant.id())
                        && other.target().equals(grant.target())
                        && other.owned().equals(grant.owned()));
        Grant.Reason kept = by.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED;
        Optional<EarlyEnd> early =
                givenOn ? by.map(person -> new EarlyEnd(person, true, Optional.empty())) : Optional.empty();
        end(books, grant, new Grant.End(now, givenOn ? kept : Grant.Reason.FOUND_MISSING), early);
    }

    // Whoever was faster, a revocation or another replica's sweeper, has said how it ended.
    private void end(Books books, Grant known, Grant.End how, Optional<EarlyEnd> early) {
        Grant grant = books.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        Map<String, String> details = early.map(EarlyEnd::details).orElse(Map.of());
        Instant now = how.at();
        Grant ended = grant.ended(how);
        books.grants().update(ended);
        books.events().add(Happened.ended(ended, early.map(EarlyEnd::by), now));
        books.outbox().add(grant.id().request(), Notice.Kind.ENDED, details, now);
        early.ifPresent(end -> books.outbox().add(grant.id().request(), Notice.Kind.ENDED_EARLY, details, now));
    }

    /** A revocation took effect: the grants it took something away from are over. */
    void revoked(Books books, Request applied, Edit.Revoke revoke) {
        Concerned.takenFrom(books, applied.change(), revoke)
                .forEach(grant -> end(
                        books,
                        grant,
                        new Grant.End(applied.changedAt(), Grant.Reason.REVOKED, Optional.of(applied.id())),
                        Optional.empty()));
    }

    /** An ending failed: the grant is tried again later, if its time has come; whoever wanted it ended has to know. */
    public void putOff(Books books, Request request, Problem problem, Instant now) {
        GrantId id = request.change().ends().orElseThrow();
        Grant grant = books.grants().lock(id).orElseThrow();
        if (grant.state() != Grant.State.ENDING) {
            return;
        }
        books.grants().update(grant.active());
        Optional<EarlyEnd> early = EarlyEnd.of(request);
        if (early.isEmpty()) {
            putOff(books, id, problem, now);
        }
        early.ifPresent(end -> {
            var details = new HashMap<>(end.details());
            details.put(Detail.WHY, problem.what());
            books.outbox().add(id.request(), Notice.Kind.STILL_THERE, details, now);
        });
    }

    /** It is tried again later, each time after longer; once that has gone on for a while, the approvers are told. */
    public void putOff(Books books, GrantId id, Problem problem, Instant now) {
        int failures = books.grants().failures(id) + 1;
        Instant next = now.plus(Retries.pause(failures));
        books.grants().postpone(id, next);
        var details = Map.of(
                Detail.CODE, problem.code().label(),
                Detail.WHAT, problem.what(),
                Detail.NEXT, problem.next(),
                Detail.TRIES, String.valueOf(failures));
        books.events().add(Happened.putOff(id, details, next, now));
        if (failures == Retries.TOLD_AT) {
            books.outbox().add(id.request(), Notice.Kind.END_FAILS, details, now);
            tally.accept(problem.code());
        }
    }

    /**
     * An active grant is missing from the policy before its time: others took it out, or its repository is gone.
     *
     * @param live the policy without it; empty where its repository is gone
     */
    public void missing(Books books, Grant known, Optional<PolicyDocument> live, Instant now) {
        Grant grant = books.grants().lock(known.id()).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE) {
            return;
        }
        Grant ended = grant.ended(new Grant.End(now, Grant.Reason.FOUND_MISSING));
        books.grants().update(ended);
        books.events().add(Happened.missing(ended, live, now));
        books.outbox().add(grant.id().request(), Notice.Kind.ENDED, Map.of(), now);
        books.outbox().add(grant.id().request(), Notice.Kind.MISSING, Map.of(), now);
    }
}
