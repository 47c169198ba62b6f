package dev.ecrbot.desk;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records how grants end, within a transaction that others began. */
final class Endings {
    private static final Duration RETRY = Duration.ofMinutes(2);

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
                now,
                early.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED,
                early);
    }

    Grant grant(Books books, Request request) {
        return books.grants().find(request.change().ends().orElseThrow()).orElseThrow();
    }

    /** There is nothing of the grant, as it was known, in the policy to take out. */
    void over(Books books, Grant known, Optional<PersonId> by, Instant now) {
        Grant grant = books.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.EXTENDING || !grant.until().equals(known.until())) {
            return;
        }
        boolean givenOn = books.grants().standing(grant.target().holder()).stream()
                .anyMatch(
                        other -> !other.id().equals(grant.id()) && other.owned().equals(grant.owned()));
        Grant.Reason kept = by.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED;
        Optional<EarlyEnd> early = givenOn ? by.map(person -> new EarlyEnd(person, true)) : Optional.empty();
        end(books, grant, now, givenOn ? kept : Grant.Reason.FOUND_MISSING, early);
    }

    // Whoever was faster, a revocation or another replica's sweeper, has said how it ended.
    private void end(Books books, Grant known, Instant now, Grant.Reason reason, Optional<EarlyEnd> early) {
        Grant grant = books.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        Map<String, String> details = early.map(EarlyEnd::details).orElse(Map.of());
        Grant ended = grant.ended(new Grant.End(now, reason));
        books.grants().update(ended);
        books.events().add(Happened.ended(ended, early.map(EarlyEnd::by), now));
        books.outbox().add(grant.id().request(), Notice.Kind.ENDED, details, now);
        early.ifPresent(end -> books.outbox().add(grant.id().request(), Notice.Kind.ENDED_EARLY, details, now));
    }

    /** A revocation took effect: the grants it took something away from are over. */
    void revoked(Books books, Request applied, Edit.Revoke revoke) {
        concerned(books, applied.change(), revoke)
                .forEach(grant -> end(books, grant, applied.changedAt(), Grant.Reason.REVOKED, Optional.empty()));
    }

    /** Returns the grants that a revocation takes something away from. */
    static List<Grant> concerned(Books books, Change change, Edit.Revoke revoke) {
        return books.grants().standing(change.target().holder()).stream()
                .filter(grant -> grant.principal().equals(revoke.principal()))
                .filter(grant -> revoke.access().map(Access::actions).stream()
                        .noneMatch(taken ->
                                Collections.disjoint(taken, grant.access().actions())))
                .toList();
    }

    /** An ending failed: the grant is tried again later, if its time has come; whoever wanted it ended has to know. */
    void putOff(Books books, Request request, Problem problem, Instant now) {
        GrantId id = request.change().ends().orElseThrow();
        Grant grant = books.grants().lock(id).orElseThrow();
        if (grant.state() != Grant.State.ENDING) {
            return;
        }
        books.grants().update(grant.active());
        Optional<EarlyEnd> early = EarlyEnd.of(request);
        if (early.isEmpty()) {
            putOff(books, id, now);
        }
        early.ifPresent(end -> {
            var details = new HashMap<>(end.details());
            details.put("why", problem.what());
            books.outbox().add(id.request(), Notice.Kind.STILL_THERE, details, now);
        });
    }

    void putOff(Books books, GrantId id, Instant now) {
        books.grants().postpone(id, now.plus(RETRY));
    }
}
