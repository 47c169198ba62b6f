package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Decision;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Proof;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestState;

import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records how an application went on: each step in one transaction with its event and with what Slack has to be told. To be
 * called only while the policy's row lock is held.
 */
public final class Outcomes {

    /** A recorded intent to write: the request as {@link RequestState#APPLYING}, and the write's id. */
    record Intent(Request request, long write) {}

    private final Ledger ledger;
    private final Endings endings;
    private final Extensions extensions = new Extensions();
    private final UndoRecords undoRecords = new UndoRecords();
    private final RereadSchedule schedule;
    private final Clock clock;
    private final Runnable wakePostman;

    public Outcomes(Ledger ledger, Endings endings, RereadSchedule schedule, Clock clock, Runnable wakePostman) {
        this.ledger = ledger;
        this.endings = endings;
        this.schedule = schedule;
        this.clock = clock;
        this.wakePostman = wakePostman;
    }

    /** Returns why nothing can come of the request any more, whatever the policy is, if so. */
    Optional<Problem> obstacle(Request request) {
        return ledger.transact(transaction -> extensions
                .obstacle(transaction, request)
                .or(() -> UndoObstacle.why(transaction, request.change(), clock.instant())));
    }

    /** Records the intent to write; empty if the request can't go on, which is recorded then. */
    Optional<Intent> intended(Request request, Plan plan) {
        Request applying = request.applying(plan, clock.instant());
        String base = text(plan.base().isEmpty(), plan.base().text());
        String proposed = text(plan.proposed().isEmpty(), plan.proposed().text());
        Optional<Intent> intent = ledger.transact(transaction -> {
            Optional<Problem> late =
                    extensions.begin(transaction, request).or(() -> undoRecords.begin(transaction, request, clock.instant()));
            if (late.isPresent()) {
                fail(transaction, request, late.get());
                return Optional.empty();
            }
            transaction.requests().update(applying);
            transaction.events()
                    .add(AuditEvents.itself(EventKind.APPLYING, applying, Map.of("base", base, "proposed", proposed)));
            return Optional.of(new Intent(
                    applying,
                    transaction.writes().intend(applying.change().target().holder(), applying.id(), base, proposed)));
        });
        if (intent.isEmpty()) {
            wakePostman.run();
        }
        return intent;
    }

    /** The change was read back; or found, where its request had failed in doubt of it. */
    void applied(Intent intent, String awsRequestId) {
        Request applied = intent.request().applied(new Proof(clock.instant(), awsRequestId));
        ledger.record(transaction -> {
            transaction.writes().outcome(intent.write(), RecordedWrite.Outcome.TAKEN);
            transaction.requests().update(applied);
            transaction.events()
                    .add(AuditEvents.itself(
                            EventKind.APPLIED,
                            applied,
                            Map.of("applied", applied.plan().proposed().text(), "aws_request_id", awsRequestId)));
            if (intent.request().state() == RequestState.FAILED) {
                transaction.outbox().add(applied.id(), Notice.Kind.BELATED, Map.of(), applied.changedAt());
            }
            took(transaction, applied);
        });
        wakePostman.run();
    }

    /** AWS refused the write. */
    void notTaken(Intent intent, Problem problem) {
        end(intent, problem, RecordedWrite.Outcome.NOT_TAKEN);
    }

    /** No reading shows the write, which AWS may have taken or take yet. */
    void inDoubt(Intent intent, Problem problem) {
        end(intent, problem, RecordedWrite.Outcome.INTENDED);
    }

    private void end(Intent intent, Problem problem, RecordedWrite.Outcome outcome) {
        ledger.record(transaction -> {
            transaction.writes().outcome(intent.write(), outcome);
            fail(transaction, intent.request(), problem);
        });
        wakePostman.run();
    }

    /** The request can't go on, and nothing was sent for it. */
    void failed(Request request, Problem problem) {
        if (endings.isOver(request, problem)) {
            found(request);
            return;
        }
        ledger.record(transaction -> fail(transaction, request, problem));
        wakePostman.run();
    }

    /** The policy engine refuses the change on the policy as it is now. */
    void refused(Request request, Problem problem) {
        if (problem.code() == Code.NOTHING_TO_REVOKE) {
            nothingToChange(request, problem.what());
        } else {
            failed(request, problem);
        }
    }

    /** The policy is already as the change would make it. */
    void nothingToChange(Request request, String why) {
        if (request.change().ends().isPresent()) {
            found(request);
            return;
        }
        failed(
                request,
                new Problem(
                        Code.NOTHING_TO_CHANGE,
                        "By the time " + request.id() + " was approved there was nothing left to change. " + why,
                        "Look at /ecr status " + request.change().target().text() + "."));
    }

    void revised(Request request, Plan plan, long mark) {
        Request revised = request.revised(plan, mark, clock.instant());
        ledger.record(transaction -> {
            transaction.requests().update(revised);
            transaction.events()
                    .add(AuditEvents.itself(
                            EventKind.REVISED,
                            revised,
                            Map.of("base", plan.base().text())));
            transaction.outbox().add(revised.id(), Notice.Kind.CARD, Map.of(), revised.changedAt());
            transaction.outbox().add(revised.id(), Notice.Kind.CALL, Map.of(), revised.changedAt());
            transaction.outbox().add(revised.id(), Notice.Kind.REVISED, Map.of(), revised.changedAt());
        });
        wakePostman.run();
    }

    private void found(Request request) {
        Instant now = clock.instant();
        ledger.record(transaction -> {
            Request done = request.applied(new Proof(now, ""));
            transaction.requests().update(done);
            transaction.events().add(AuditEvents.itself(EventKind.APPLIED, done, Map.of()));
            endings.over(
                    transaction, endings.grant(transaction, request), request.decision().map(Decision::by), now);
        });
        wakePostman.run();
    }

    private void took(LedgerTransaction transaction, Request applied) {
        Edit edit = applied.change().edit();
        Instant now = applied.changedAt();
        if (edit instanceof Edit.End) {
            endings.ended(transaction, applied, now);
            return;
        }
        transaction.outbox().add(applied.id(), Notice.Kind.CARD, Map.of(), now);
        if (edit instanceof Edit.Grant grant) {
            transaction.grants().add(grant(applied, grant, now));
            transaction.readings().seen(new GrantId(applied.id()), now.plus(schedule.first()));
            transaction.outbox().add(applied.id(), Notice.Kind.GRANTED, Map.of(), now);
        } else if (edit instanceof Edit.Revoke revoke) {
            endings.revoked(transaction, applied, revoke);
            transaction.outbox().add(applied.id(), Notice.Kind.REVOKED, Map.of(), now);
        } else if (edit instanceof Edit.Extend extend) {
            extensions.took(transaction, applied, extend);
        } else if (edit instanceof Edit.Undo undo) {
            undoRecords.took(transaction, applied, undo, schedule);
        }
    }

    private void fail(LedgerTransaction transaction, Request request, Problem problem) {
        Request failed = request.failed(problem, clock.instant());
        transaction.requests().update(failed);
        transaction.events().add(AuditEvents.failed(failed, problem));
        extensions.failed(transaction, failed);
        if (request.state() == RequestState.APPLYING) {
            undoRecords.failed(transaction, failed);
        }
        if (request.change().ends().isPresent()) {
            endings.putOff(transaction, request, problem, failed.changedAt());
            return;
        }
        transaction.outbox().add(failed.id(), Notice.Kind.CARD, Map.of(), failed.changedAt());
        transaction.outbox().add(failed.id(), Notice.Kind.FAILED, Map.of(), failed.changedAt());
    }

    private static Grant grant(Request applied, Edit.Grant edit, Instant now) {
        return new Grant(
                new GrantId(applied.id()),
                applied.change().registry(),
                applied.change().target(),
                edit.principal(),
                edit.access(),
                applied.ask().orElseThrow().requester(),
                now,
                edit.until(),
                Grant.State.ACTIVE,
                Optional.empty());
    }

    // The ledger's word for "no policy" is the empty text; an empty document would be a policy without statements.
    private static String text(boolean none, String text) {
        return none ? "" : text;
    }
}
