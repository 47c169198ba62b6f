package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.ImmediateRevocation;
import dev.ecrbot.desk.judge.RuleApproval;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
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

    // AWS hears of a new principal within seconds.
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int SOON_TRIES = 3;

    private final Ledger ledger;
    private final Live live;
    private final Outcomes outcomes;
    private final Settling settling;
    private final Sleeper sleeper;
    private final Attempts attempts;

    Applier(Ledger ledger, Live live, Outcomes outcomes, Settling settling, Attempts attempts, Sleeper sleeper) {
        this.ledger = ledger;
        this.live = live;
        this.outcomes = outcomes;
        this.settling = settling;
        this.attempts = attempts;
        this.sleeper = sleeper;
    }

    /** Brings a request on that is approved, or whose write is under way without anybody at it. */
    public void apply(RequestId id) {
        Request request = find(id);
        if (request.stage().state().isFinal()
                || request.stage().state() == RequestState.PENDING
                || attempts.isEarly(id)) {
            return;
        }
        LogContext.about(
                id,
                () -> ledger.exclusively(request.change().target().holder(), () -> {
                    settling.others(request);
                    bringOn(id);
                    return Boolean.TRUE;
                }));
    }

    private void bringOn(RequestId id) {
        Request now = find(id);
        if (now.stage().state() == RequestState.APPLYING) {
            settling.leftBehind(now);
            now = find(id);
        }
        for (int tries = 1; now.stage().state() == RequestState.APPROVED && !attempts.isEarly(id); tries++) {
            attempt(now, tries);
            now = find(id);
        }
        if (now.stage().state() != RequestState.APPROVED) {
            attempts.over(id);
        }
    }

    /** Reads, plans and writes once. Whatever is sent again goes this whole way again. */
    private void attempt(Request request, int tries) {
        Optional<Problem> obstacle = outcomes.obstacle(request).or(() -> attempts.stale(request));
        if (obstacle.isPresent()) {
            stopped(request, obstacle.get());
            return;
        }
        live.policies().expect(request.change().target().holder(), OnBehalf.of(request));
        Planning.Draft draft;
        try {
            draft = live.planning().draft(request.change());
        } catch (ProblemException e) {
            stopped(request, e.problem());
            return;
        }
        goOn(request, draft, tries);
    }

    private void goOn(Request request, Planning.Draft draft, int tries) {
        Runnable next = draft.planned()
                .visit(
                        plan -> () -> write(
                                request, draft, plan.keeping(request.revision().plan()), tries),
                        nothing -> () -> nothingLeft(request, draft.live(), nothing.why()),
                        refused -> () -> refused(request, draft.live(), refused.problem()));
        next.run();
    }

    /** It can't go on now: it waits if that may pass, and has failed if not. */
    private void stopped(Request request, Problem problem) {
        if (problem.code() == Code.PERSON_UNKNOWN) {
            waitsForSlack(request, problem);
        } else if (problem.code().mayPass() && attempts.mayWait(request)) {
            attempts.putOff(request.id());
            outcomes.waits(request, problem);
        } else {
            outcomes.failed(request, problem);
        }
    }

    private void waitsForSlack(Request request, Problem problem) {
        if (attempts.isOver(outcomes.waitsForSlack(request, problem))) {
            outcomes.failed(find(request.id()), Attempts.unsaid(request, problem));
        } else {
            attempts.putOff(request.id());
        }
    }

    private void refused(Request request, PolicyDocument found, Problem problem) {
        if (problem.code() == Code.NOTHING_TO_REVOKE) {
            nothingLeft(request, found, problem.what());
        } else if (isOurs(request, found)) {
            outcomes.found(live.evidence().asFound(request, found), found);
        } else {
            outcomes.failed(request, problem);
        }
    }

    // A write of ours that was taken for lost, or that a killed store forgot, may be what is there.
    private boolean isOurs(Request request, PolicyDocument found) {
        return request.ask().isPresent() && live.evidence().arrived(request, found) && outcomes.isUnrecorded(request);
    }

    private void nothingLeft(Request request, PolicyDocument found, String why) {
        if (isOurs(request, found)) {
            outcomes.found(live.evidence().asFound(request, found), found);
        } else {
            outcomes.nothingToChange(request, found, why);
        }
    }

    private void write(Request request, Planning.Draft draft, Plan plan, int tries) {
        if (request.authority().isForWhatWasShown()) {
            RevisionCause now = new SinceApproved(ledger, live.planning()).of(request, draft.live(), plan);
            if (now.byOthers() || !now.differences().isEmpty()) {
                outdated(request, draft, plan, now);
                return;
            }
        }
        Optional<Problem> obstacle = ImmediateRevocation.obstacle(request, plan);
        if (obstacle.isPresent()) {
            outcomes.failed(request, obstacle.get());
            return;
        }
        outcomes.intended(request, plan).ifPresent(intent -> write(intent, plan, tries));
    }

    private void outdated(Request request, Planning.Draft draft, Plan plan, RevisionCause now) {
        if (request.authority() == Authority.RULE) {
            outcomes.failed(request, RuleApproval.outdated(request));
        } else {
            outcomes.revised(request, plan, draft.mark(), now);
        }
    }

    private void write(Outcomes.Intent intent, Plan plan, int tries) {
        Request request = intent.request();
        WriteAnswer answer = live.policies()
                .write(
                        request.change().target().holder(),
                        plan.proposed(),
                        request.change().edit().principal(),
                        OnBehalf.of(request));
        Runnable next = answer.visit(
                yes -> () -> taken(intent, plan, yes),
                no -> () -> notTaken(intent, no, tries),
                lost -> () -> lost(request));
        next.run();
    }

    private void taken(Outcomes.Intent intent, Plan plan, WriteAnswer.Taken answer) {
        if (isReadBack(plan, intent.request())) {
            Request proven = live.evidence().asProven(intent.request(), plan.proposed());
            outcomes.applied(new Outcomes.Intent(proven, intent.write()), plan.proposed(), answer.awsRequestId(), true);
        } else {
            settling.settle(intent.request(), Optional.of(answer.awsRequestId()));
        }
    }

    private void lost(Request request) {
        LOG.warn("{}: the write's answer got lost; settling", request.id());
        settling.settle(request, Optional.empty());
    }

    private void notTaken(Outcomes.Intent intent, WriteAnswer.NotTaken answer, int tries) {
        Request request = intent.request();
        if (answer.again() == WriteAnswer.Again.SOON && tries < SOON_TRIES) {
            outcomes.goesOn(intent);
            sleeper.of(SOON);
        } else if (answer.again() == WriteAnswer.Again.LATER && attempts.mayWait(request)) {
            attempts.putOff(request.id());
            outcomes.waits(intent, answer.problem());
        } else {
            outcomes.notTaken(intent, answer.problem());
        }
    }

    private boolean isReadBack(Plan plan, Request request) {
        for (Duration wait : READ_BACK_PAUSES) {
            try {
                sleeper.of(wait);
                if (live.policies().read(request.change().target().holder()).sameAs(plan.proposed())) {
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
