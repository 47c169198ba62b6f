package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.WriteProblems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records how an application went on, each step in one transaction with its event; only while the policy's row lock is held. */
final class Outcomes {
    /** A recorded intent to write: the request as {@link RequestState#APPLYING}, and the write's id. */
    record Intent(Request request, long write) {}

    private final Ledger ledger;
    private final RecordsByKind records;
    private final Hindrances hindrances;
    private final Clock clock;

    Outcomes(Ledger ledger, RecordsByKind records, Hindrances hindrances, Clock clock) {
        this.ledger = ledger;
        this.records = records;
        this.hindrances = hindrances;
        this.clock = clock;
    }

    /** Returns why nothing can come of the request any more, whatever the policy is; empty if it can go on. */
    Optional<Problem> obstacle(Request request) {
        return ledger.transact(transaction -> records.of(request).obstacle(transaction, request, clock.instant()));
    }

    /** Records the intent to write; empty if the request can't go on, which is recorded then. */
    Optional<Intent> intended(Request request, Plan plan) {
        Request applying = request.applying(plan, clock.instant());
        PolicyHolder holder = applying.change().target().holder();
        String base = text(plan.base().isEmpty(), plan.base().text());
        String proposed = text(plan.proposed().isEmpty(), plan.proposed().text());
        return ledger.transact(transaction -> {
            Optional<Problem> late = records.of(request).begin(transaction, request, clock.instant());
            if (late.isPresent()) {
                fail(transaction, request, late.get());
                return Optional.empty();
            }
            transaction.requests().update(applying);
            transaction
                    .events()
                    .add(AuditEvents.itself(EventKind.APPLYING, applying, Map.of("base", base, "proposed", proposed)));
            return Optional.of(new Intent(
                    applying, transaction.writes().intend(holder, applying.id(), base, proposed, clock.instant())));
        });
    }

    /**
     * The change was read back, as it was sent or others' beside it; or found, where its request had failed in doubt of it.
     *
     * @param live the policy as it was read then
     */
    void applied(Intent intent, PolicyDocument live, String awsRequestId, boolean asSent) {
        Request applied = intent.request().applied(new Proof(clock.instant(), awsRequestId));
        Optional<Instant> proven = asSent ? Optional.of(applied.stage().changedAt()) : Optional.empty();
        ledger.record(transaction -> {
            transaction.writes().outcome(intent.write(), RecordedWrite.Outcome.TAKEN);
            transaction.writes().proven(intent.write(), proven);
            transaction.requests().update(applied);
            transaction
                    .events()
                    .add(AuditEvents.itself(
                            EventKind.APPLIED,
                            applied,
                            Map.of(
                                    "applied",
                                    applied.revision().plan().proposed().text(),
                                    "aws_request_id",
                                    awsRequestId)));
            if (intent.request().stage().state() == RequestState.FAILED) {
                transaction.outbox().add(applied, Notice.Kind.BELATED, Map.of());
            }
            records.of(applied).took(transaction, applied);
            hindrances.beside(transaction, applied, live, applied.stage().changedAt());
        });
    }

    /** AWS refused the write. */
    void notTaken(Intent intent, Problem problem) {
        end(intent, problem, RecordedWrite.Outcome.NOT_TAKEN);
    }

    /** No reading shows the write, which AWS may have taken or take yet. */
    void inDoubt(Intent intent, Problem problem) {
        end(intent, problem, RecordedWrite.Outcome.INTENDED);
    }

    /** AWS refused the write for now: the request is approved as before, and goes on from there. */
    void goesOn(Intent intent) {
        ledger.record(transaction -> takeBack(transaction, intent, RecordedWrite.Outcome.NOT_TAKEN));
    }

    /**
     * As {@link #goesOn}, where the write's sender died.
     *
     * @param neverTaken whether the policy is as it was before; otherwise somebody else's change may have hidden it
     */
    void carriedOn(Intent intent, boolean neverTaken) {
        ledger.record(transaction -> takeBack(
                transaction, intent, neverTaken ? RecordedWrite.Outcome.NOT_TAKEN : RecordedWrite.Outcome.INTENDED));
    }

    /** As {@link #goesOn}, where AWS has to be waited for. */
    void waits(Intent intent, Problem problem) {
        ledger.record(transaction ->
                Waits.forAws(transaction, takeBack(transaction, intent, RecordedWrite.Outcome.NOT_TAKEN), problem));
    }

    /** Nothing was sent for the request, since AWS has to be waited for: it stays approved. */
    void waits(Request request, Problem problem) {
        Request waiting = request.moved(RequestState.APPROVED, clock.instant());
        ledger.record(transaction -> {
            transaction.requests().update(waiting);
            Waits.forAws(transaction, waiting, problem);
        });
    }

    /**
     * Slack didn't say whether the request may still be written: it stays approved, and its card says so.
     *
     * @return since when that has been so
     */
    Instant waitsForSlack(Request request, Problem problem) {
        return ledger.transact(transaction -> Waits.forSlack(transaction, request, problem, clock.instant()));
    }

    private Request takeBack(LedgerTransaction transaction, Intent intent, RecordedWrite.Outcome outcome) {
        Request approved = intent.request().moved(RequestState.APPROVED, clock.instant());
        transaction.writes().outcome(intent.write(), outcome);
        records.of(approved).released(transaction, approved);
        transaction.requests().update(approved);
        transaction.events().add(AuditEvents.itself(EventKind.APPLY_AGAIN, approved, Map.of()));
        return approved;
    }

    private void end(Intent intent, Problem problem, RecordedWrite.Outcome outcome) {
        ledger.record(transaction -> {
            transaction.writes().outcome(intent.write(), outcome);
            failed(transaction, intent.request(), problem);
        });
    }

    /** The request can't go on, and nothing was sent for it. */
    void failed(Request request, Problem problem) {
        ledger.record(transaction -> failed(transaction, request, problem));
    }

    private void failed(LedgerTransaction transaction, Request request, Problem problem) {
        if (problem.code() == Code.REPOSITORY_NOT_FOUND && records.of(request).isDoneWhereNothingIsLeft()) {
            found(transaction, request, Optional.empty());
        } else {
            fail(transaction, request, problem);
        }
    }

    /** The policy is already as the change would make it. */
    void nothingToChange(Request request, PolicyDocument live, String why) {
        if (records.of(request).isDoneWhereNothingIsLeft()) {
            found(request, live);
            return;
        }
        failed(
                request,
                WriteProblems.nothingLeftToChange(
                        request.id().toString(), why, request.change().target()));
    }

    void revised(Request request, Plan plan, long mark, RevisionCause why) {
        Request revised = request.revised(plan, mark, clock.instant());
        ledger.record(transaction -> {
            transaction.requests().update(revised);
            transaction
                    .events()
                    .add(AuditEvents.itself(
                            EventKind.REVISED,
                            revised,
                            why.details("base", plan.base().text())));
            transaction.outbox().add(revised, Notice.Kind.CARD, Map.of());
            transaction.outbox().add(revised, Notice.Kind.CALL, why.details());
            transaction.outbox().add(revised, Notice.Kind.REVISED, why.details());
        });
    }

    /** Returns whether what the request brings about, where it is in the policy, stands in no record yet. */
    boolean isUnrecorded(Request request) {
        return ledger.transact(transaction -> records.of(request).isUnrecorded(transaction, request));
    }

    /** What the request was to bring about is in the policy, as the bot writes it: the write had arrived after all. */
    void found(Request request, PolicyDocument live) {
        ledger.record(transaction -> found(transaction, request, Optional.of(live)));
    }

    private void found(LedgerTransaction transaction, Request request, Optional<PolicyDocument> live) {
        Instant now = clock.instant();
        Request done = request.applied(new Proof(now, ""));
        transaction.requests().update(done);
        transaction.events().add(AuditEvents.itself(EventKind.APPLIED, done, Map.of()));
        records.of(done).found(transaction, done, live, now);
        live.ifPresent(policy -> hindrances.beside(transaction, done, policy, now));
    }

    private void fail(LedgerTransaction transaction, Request request, Problem problem) {
        Request failed = request.failed(problem, clock.instant());
        transaction.requests().update(failed);
        transaction.events().add(AuditEvents.failed(failed, problem, covering(transaction, failed, problem)));
        if (request.stage().state() == RequestState.APPLYING) {
            records.of(failed).released(transaction, failed);
        }
        records.of(failed).failed(transaction, failed, problem);
    }

    private static List<Covering> covering(LedgerTransaction transaction, Request failed, Problem problem) {
        return problem.code() == Code.NOTHING_TO_CHANGE
                ? Covering.of(
                        transaction.grants().standing(failed.change().target().holder()), failed.change())
                : List.of();
    }

    // The ledger's word for "no policy" is the empty text; an empty document would be a policy without statements.
    private static String text(boolean none, String text) {
        return none ? "" : text;
    }
}
