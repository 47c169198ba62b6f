package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
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
    // A write on its way when its sender died may still arrive; one that hasn't after this is taken not to.
    private static final Duration BETWEEN_READS = Duration.ofSeconds(2);
    private static final int READS = 6;

    /** What is to be done about a write that no reading shows. */
    private interface Missing {
        void accept(Outcomes.Intent intent, boolean untouched);
    }

    private final Ledger ledger;
    private final Policies policies;
    private final PolicyEvidence evidence;
    private final Outcomes outcomes;
    private final UnconfirmedWrites unconfirmed;
    private final Sleeper sleeper;

    Settling(
            Ledger ledger,
            Policies policies,
            PolicyEvidence evidence,
            Outcomes outcomes,
            UnconfirmedWrites unconfirmed,
            Sleeper sleeper) {
        this.ledger = ledger;
        this.policies = policies;
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.unconfirmed = unconfirmed;
        this.sleeper = sleeper;
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
        settle(request, Optional.empty(), outcomes::carriedOn);
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
                (intent, untouched) ->
                        outcomes.inDoubt(intent, awsRequestId.isPresent() ? overwritten(request) : notTaken(request)));
    }

    private void settle(Request request, Optional<String> awsRequestId, Missing missing) {
        RecordedWrite write = ledger.transact(
                        transaction -> transaction.writes().of(request.id()))
                .orElseThrow();
        var intent = new Outcomes.Intent(request, write.id());
        Optional<PolicyDocument> live;
        try {
            live = steady(request);
        } catch (ProblemException e) {
            // It stays recorded as under way, and is settled as soon as AWS can be read again.
            LOG.warn("{}: can't be settled yet: {}", request.id(), e.problem().what());
            return;
        }
        if (live.isEmpty()) {
            outcomes.inDoubt(intent, unsteady(request));
        } else if (live.get().sameAs(OwnWriteChain.document(write.proposed()))) {
            outcomes.applied(intent, awsRequestId.orElse(""), true);
        } else if (evidence.took(request, live.get())) {
            outcomes.applied(
                    new Outcomes.Intent(evidence.asFound(request, live.get()), write.id()),
                    awsRequestId.orElse(""),
                    false);
        } else {
            missing.accept(intent, live.get().sameAs(OwnWriteChain.document(write.base())));
        }
    }

    /** Returns what two readings in a row agreed on; empty if the policy keeps changing. */
    private Optional<PolicyDocument> steady(Request request) {
        PolicyDocument last = policies.read(request.change().target().holder());
        for (int reads = 1; reads < READS; reads++) {
            sleeper.of(BETWEEN_READS);
            PolicyDocument now = policies.read(request.change().target().holder());
            if (now.sameAs(last)) {
                return Optional.of(now);
            }
            last = now;
        }
        return Optional.empty();
    }

    private static Problem notTaken(Request request) {
        return new Problem(
                Code.WRITE_NOT_TAKEN,
                "AWS's answer to the write of " + request.id() + " got lost, and reading the policy of "
                        + policy(request)
                        + " twice shows that AWS did not apply it: nothing was changed.",
                "Ask again.");
    }

    private static Problem overwritten(Request request) {
        return new Problem(
                Code.READ_BACK_DIFFERS,
                "AWS accepted the write of " + request.id() + ", but the policy of "
                        + policy(request)
                        + " is a different one now and lacks the change: somebody else has overwritten it.",
                "Find out who else writes this policy (a pipeline, Terraform), then ask again.");
    }

    private static Problem unsteady(Request request) {
        return new Problem(
                Code.OUTCOME_UNKNOWN,
                "ecr-bot can't tell whether the write of " + request.id() + " took effect: the policy of "
                        + policy(request) + " keeps changing.",
                "Type /ecr status " + request.change().target().typed()
                        + " to see who has what there now. ecr-bot looks for the write for an hour, and tells you if it finds it.");
    }

    private static String policy(Request request) {
        return request.change().target().holder().label();
    }
}
