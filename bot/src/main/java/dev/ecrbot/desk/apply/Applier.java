package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.ImmediateRevocation;
import dev.ecrbot.desk.ledger.Authority;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to write, for every kind of change: re-read, plan again, record the intent, write, read back, record.
 *
 * <p>All of it happens while the policy's row lock is held. Thread-safe, and may be called for the same request any
 * number of times, from any replica: what it does depends on the recorded state alone.
 */
public final class Applier {
    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);
    private static final List<Duration> READ_BACK_PAUSES =
            List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(700));

    private final Ledger ledger;
    private final Policies policies;
    private final Planning planning;
    private final Outcomes outcomes;
    private final Settling settling;
    private final Sleeper sleeper;

    Applier(
            Ledger ledger,
            Policies policies,
            Planning planning,
            Outcomes outcomes,
            Settling settling,
            Sleeper sleeper) {
        this.ledger = ledger;
        this.policies = policies;
        this.planning = planning;
        this.outcomes = outcomes;
        this.settling = settling;
        this.sleeper = sleeper;
    }

    /** Brings a request on that is approved, or whose write is under way without anybody at it. */
    public void apply(RequestId id) {
        Request request = find(id);
        if (request.state().isFinal() || request.state() == RequestState.PENDING) {
            return;
        }
        ledger.exclusively(request.change().target().holder(), () -> {
            settling.others(request);
            Request now = find(id);
            if (now.state() == RequestState.APPROVED) {
                write(now);
            } else if (now.state() == RequestState.APPLYING) {
                settling.settle(now);
            }
            return Boolean.TRUE;
        });
    }

    private void write(Request request) {
        Optional<Problem> obstacle = outcomes.obstacle(request);
        if (obstacle.isPresent()) {
            outcomes.failed(request, obstacle.get());
            return;
        }
        Planning.Draft draft;
        try {
            draft = planning.draft(request.change());
        } catch (ProblemException e) {
            outcomes.failed(request, e.problem());
            return;
        }
        Planned planned = draft.planned();
        if (planned instanceof Planned.NothingToChange nothing) {
            outcomes.nothingToChange(request, nothing.why());
        } else if (planned instanceof Planned.Refused refused) {
            outcomes.refused(request, refused.problem());
        } else if (planned instanceof Plan plan) {
            write(request, draft, plan.keeping(request.plan()));
        }
    }

    private void write(Request request, Planning.Draft draft, Plan plan) {
        if (request.authority() == Authority.APPROVAL && !isAsApproved(request, draft.live(), plan)) {
            outcomes.revised(request, plan, draft.mark());
            return;
        }
        Optional<Problem> obstacle = ImmediateRevocation.obstacle(request, plan);
        if (obstacle.isPresent()) {
            outcomes.failed(request, obstacle.get());
            return;
        }
        Optional<Outcomes.Intent> intended = outcomes.intended(request, plan);
        intended.ifPresent(intent -> write(intent, plan));
    }

    private void write(Outcomes.Intent intent, Plan plan) {
        Request request = intent.request();
        WriteAnswer answer = policies.write(
                request.change().target().holder(),
                plan.proposed(),
                request.change().edit().principal());
        if (answer instanceof WriteAnswer.NotTaken no) {
            outcomes.notTaken(intent, no.problem());
        } else if (answer instanceof WriteAnswer.Taken yes) {
            if (isReadBack(plan, request)) {
                outcomes.applied(intent, yes.awsRequestId());
            } else {
                settling.settle(intent.request(), Optional.of(yes.awsRequestId()));
            }
        } else {
            LOG.warn("{}: the write's answer got lost; settling", request.id());
            settling.settle(intent.request());
        }
    }

    private boolean isAsApproved(Request request, PolicyDocument live, Plan plan) {
        List<RecordedWrite> writes = ledger.transact(transaction ->
                transaction.writes().after(request.change().target().holder(), request.planMark()));
        return planning.isStill(request.plan(), plan)
                && OwnWriteChain.leads(request.plan().base(), live, writes);
    }

    private boolean isReadBack(Plan plan, Request request) {
        for (Duration wait : READ_BACK_PAUSES) {
            try {
                sleeper.of(wait);
                if (policies.read(request.change().target().holder()).sameAs(plan.proposed())) {
                    return true;
                }
            } catch (ProblemException e) {
                LOG.warn("{}: can't be read back: {}", request.id(), e.problem().what());
            }
        }
        return false;
    }

    private Request find(RequestId id) {
        return ledger.transact(transaction -> transaction.requests().find(id)).orElseThrow();
    }
}
