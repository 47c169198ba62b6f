package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a write whose answer got lost, or whose sender died: by reading, never by guessing and never by
 * writing again. To be called only while the policy's row lock is held.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    // Whoever waits for it has to know by then that nobody can tell what became of it.
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    /** What is to be done about a write that no reading shows. */
    private interface Missing {
        void accept(Outcomes.Intent intent, RecordedWrite write, PolicyDocument live);
    }

    private final Ledger ledger;
    private final SteadyReading readings;
    private final PolicyEvidence evidence;
    private final Outcomes outcomes;
    private final UnconfirmedWrites unconfirmed;
    private final Clock clock;

    Settling(
            Ledger ledger,
            SteadyReading readings,
            PolicyEvidence evidence,
            Outcomes outcomes,
            UnconfirmedWrites unconfirmed,
            Clock clock) {
        this.ledger = ledger;
        this.readings = readings;
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
    }

    /** Settles what others left of their writes to the request's policy. */
    void others(Request request) {
        underWay(request);
        unconfirmed(request);
    }

    // Whoever holds the lock sees what a crashed worker left; a new write on top of it would hide how that one ended.
    private void underWay(Request request) {
        ledger
                .<List<Request>>transact(transaction -> transaction
                        .requests()
                        .in(
                                Set.of(RequestState.APPLYING),
                                request.change().target().holder()))
                .stream()
                .filter(other -> !other.id().equals(request.id()))
                .forEach(other -> LogContext.about(other.id(), () -> leftBehind(other)));
    }

    private void unconfirmed(Request request) {
        try {
            unconfirmed.settle(request.change().target().holder());
        } catch (ProblemException e) {
            LOG.warn(
                    "{}: what is in doubt can't be looked for: {}",
                    request.id(),
                    e.problem().what());
        }
    }

    /** Settles a write whose sender died: one that isn't there was most likely never sent, and is sent anew. */
    void leftBehind(Request request) {
        settle(
                request,
                Optional.empty(),
                (intent, write, live) -> outcomes.carriedOn(intent, live.sameAs(OwnWriteChain.document(write.base()))));
    }

    /**
     * Settles a write whose answer got lost, or that was not read back.
     *
     * @param awsRequestId of the write, where AWS said that it took it
     */
    void settle(Request request, Optional<String> awsRequestId) {
        settle(
                request,
                awsRequestId,
                (intent, write, live) -> outcomes.inDoubt(
                        intent,
                        awsRequestId.isPresent()
                                ? SettlingProblems.overwritten(request, live)
                                : SettlingProblems.notTaken(request)));
    }

    private void settle(Request request, Optional<String> awsRequestId, Missing missing) {
        RecordedWrite write = ledger.transact(
                        transaction -> transaction.writes().of(request.id()))
                .orElseThrow();
        var intent = new Outcomes.Intent(request, write.id());
        Optional<PolicyDocument> live;
        try {
            live = readings.of(request.change().target().holder());
        } catch (ProblemException e) {
            unread(intent, e.problem());
            return;
        }
        if (live.isEmpty()) {
            outcomes.inDoubt(intent, SettlingProblems.unsteady(request));
        } else if (live.get().sameAs(OwnWriteChain.document(write.proposed()))) {
            found(intent, live.get(), awsRequestId, true);
        } else if (evidence.took(request, live.get())) {
            // What others wrote since stands beside it.
            found(intent, live.get(), awsRequestId, false);
        } else {
            missing.accept(intent, write, live.get());
        }
    }

    private void found(Outcomes.Intent intent, PolicyDocument live, Optional<String> awsRequestId, boolean asSent) {
        var found = new Outcomes.Intent(evidence.asFound(intent.request(), live), intent.write());
        outcomes.applied(found, live, awsRequestId.orElse(""), asSent);
    }

    // It stays recorded as under way, and is settled as soon as AWS can be read again.
    private void unread(Outcomes.Intent intent, Problem problem) {
        Request request = intent.request();
        LOG.warn("{}: can't be settled yet: {}", request.id(), problem.what());
        if (problem.code() == Code.REPOSITORY_NOT_FOUND) {
            outcomes.inDoubt(intent, SettlingProblems.gone(request));
        } else if (!clock.instant().isBefore(request.stage().changedAt().plus(LONG_ENOUGH))) {
            outcomes.inDoubt(intent, SettlingProblems.unreadable(request, problem));
        }
    }
}
