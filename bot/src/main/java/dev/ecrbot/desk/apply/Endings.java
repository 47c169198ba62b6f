package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Records how grants end, within a transaction that others began. */
public final class Endings {

    private final Consumer<Code> tally;

    /**
     * @param tally counts the problems that keep grants from ending for so long that people are told
     */
    Endings(Consumer<Code> tally) {
        this.tally = tally;
    }

    /** Marks a grant as about to end; returns false if it has ended, has another end by now, or somebody else is at it. */
    boolean begin(LedgerTransaction transaction, Grant known) {
        Optional<Grant> active = transaction
                .grants()
                .lock(known.id())
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.until().equals(known.until()));
        active.ifPresent(grant -> transaction.grants().update(grant.ending()));
        return active.isPresent();
    }

    /** The grant that the request ends has ended. */
    void ended(LedgerTransaction transaction, Request request, Instant now) {
        Optional<EarlyEnd> early = EarlyEnd.of(request);
        end(
                transaction,
                grant(transaction, request),
                new Grant.End(
                        now,
                        early.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED,
                        Optional.of(request.id())),
                early);
    }

    Grant grant(LedgerTransaction transaction, Request request) {
        return transaction.grants().find(request.change().ends().orElseThrow()).orElseThrow();
    }

    /**
     * There is nothing of the grant, as it was known, in the policy to take out.
     *
     * @param live the policy as it is; empty where its repository is gone
     */
    void over(
            LedgerTransaction transaction,
            Grant known,
            Optional<PolicyDocument> live,
            Optional<PersonId> by,
            Instant now) {
        Grant grant = transaction.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.EXTENDING || !grant.until().equals(known.until())) {
            return;
        }
        boolean givenOn = transaction.grants().standing(grant.target().holder()).stream()
                .anyMatch(other -> !other.id().equals(grant.id())
                        && other.target().equals(grant.target())
                        && other.owned().equals(grant.owned()));
        Grant.Reason kept = by.isPresent() ? Grant.Reason.ENDED_EARLY : Grant.Reason.EXPIRED;
        Optional<EarlyEnd> early =
                givenOn ? by.map(person -> new EarlyEnd(person, true, Optional.empty())) : Optional.empty();
        end(transaction, grant, new Grant.End(now, givenOn ? kept : PolicyEvidence.lost(grant, live)), early);
    }

    // Whoever was faster, a revocation or another replica's sweeper, has said how it ended.
    private void end(LedgerTransaction transaction, Grant known, Grant.End how, Optional<EarlyEnd> early) {
        Grant grant = transaction.grants().lock(known.id()).orElseThrow();
        if (grant.state() == Grant.State.ENDED) {
            return;
        }
        Map<String, String> details = early.map(EarlyEnd::details).orElse(Map.of());
        Instant now = how.at();
        Grant ended = grant.ended(how);
        transaction.grants().update(ended);
        transaction.events().add(AuditEvents.ended(ended, early.map(EarlyEnd::by), now));
        transaction.outbox().add(grant.id().request(), Notice.Kind.ENDED, details, now);
        transaction.outbox().cardAgain(grant.id().request(), now);
        early.ifPresent(end -> transaction.outbox().add(grant.id().request(), Notice.Kind.ENDED_EARLY, details, now));
    }

    /** A revocation took effect: the grants it took something away from are over. */
    void revoked(LedgerTransaction transaction, Request applied, Edit.Revoke revoke) {
        Instant now = applied.stage().changedAt();
        Concerned.takenFrom(transaction, applied.change(), revoke).forEach(grant -> {
            end(
                    transaction,
                    grant,
                    new Grant.End(now, Grant.Reason.REVOKED, Optional.of(applied.id())),
                    Optional.empty());
            HolderTold.of(transaction, grant, applied, Notice.Kind.REVOKED_TOLD);
        });
    }

    /** An ending failed: the grant is tried again later, if its time has come; whoever wanted it ended has to know. */
    void putOff(LedgerTransaction transaction, Request request, Problem problem, Instant now) {
        GrantId id = request.change().ends().orElseThrow();
        Grant grant = transaction.grants().lock(id).orElseThrow();
        if (grant.state() != Grant.State.ENDING) {
            return;
        }
        transaction.grants().update(grant.active());
        Optional<EarlyEnd> early = EarlyEnd.of(request);
        if (early.isEmpty()) {
            putOff(transaction, id, problem, now);
        }
        early.ifPresent(end -> {
            var details = new HashMap<>(end.details());
            details.put(Detail.WHY, problem.what());
            transaction.outbox().add(id.request(), Notice.Kind.STILL_THERE, details, now);
        });
    }

    /** Its time is over, and nobody here can reach its policy any more. */
    void outOfReach(LedgerTransaction transaction, Grant grant, Instant now) {
        end(transaction, grant, new Grant.End(now, Grant.Reason.OUT_OF_REACH), Optional.empty());
    }

    /** It is tried again later, each time after longer; once that has gone on for a while, the approvers are told. */
    void putOff(LedgerTransaction transaction, GrantId id, Problem problem, Instant now) {
        int failures = transaction.grants().failures(id) + 1;
        Instant next = now.plus(EndingBackoff.PAUSES.after(failures));
        transaction.grants().postpone(id, next);
        var details = Map.of(
                Detail.CODE, problem.code().label(),
                Detail.WHAT, problem.what(),
                Detail.NEXT, problem.next(),
                Detail.TRIES, String.valueOf(failures));
        transaction.events().add(AuditEvents.putOff(id, details, next, now));
        if (failures == EndingBackoff.TOLD_AT) {
            transaction.outbox().add(id.request(), Notice.Kind.END_FAILS, details, now);
            tally.accept(problem.code());
        }
    }

    /**
     * An active grant is missing from the policy before its time.
     *
     * @param live the policy without it; empty where its repository is gone
     */
    public void missing(LedgerTransaction transaction, Grant known, Optional<PolicyDocument> live, Instant now) {
        Grant grant = transaction.grants().lock(known.id()).orElseThrow();
        if (grant.state() != Grant.State.ACTIVE) {
            return;
        }
        Grant ended = grant.ended(new Grant.End(now, PolicyEvidence.lost(known, live)));
        transaction.grants().update(ended);
        transaction.events().add(AuditEvents.missing(ended, live, now));
        transaction.outbox().add(grant.id().request(), Notice.Kind.ENDED, Map.of(), now);
        transaction.outbox().cardAgain(grant.id().request(), now);
        transaction.outbox().add(grant.id().request(), Notice.Kind.MISSING, Map.of(), now);
    }
}
