package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on looking for writes whose requests failed because their answers got lost and no reading showed them: AWS may have
 * taken one later than that. What is found is recorded and told as applied.
 *
 * <p>It is looked for half a minute after, each time after twice as long, for an hour; and before anything else is written
 * to that policy or recorded as missing from it. Thread-safe. When the next look is due is kept in mind only: after a
 * restart that is at once.
 */
public final class UnconfirmedWrites {
    private static final Logger LOG = LoggerFactory.getLogger(UnconfirmedWrites.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private final Ledger ledger;
    private final Policies policies;
    private final PolicyEvidence evidence;
    private final Outcomes outcomes;
    private final EndingRequests endingRequests;
    private final Clock clock;
    private final Map<RequestId, Instant> looks = new ConcurrentHashMap<>();

    UnconfirmedWrites(
            Ledger ledger,
            Policies policies,
            PolicyEvidence evidence,
            Outcomes outcomes,
            EndingRequests endingRequests,
            Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.evidence = evidence;
        this.outcomes = outcomes;
        this.endingRequests = endingRequests;
        this.clock = clock;
    }

    /** Looks for those that are due. */
    public void look() {
        List<Request> open = ledger.transact(UnconfirmedWrites::open);
        looks.keySet().retainAll(open.stream().map(Request::id).toList());
        List<Request> due = open.stream().filter(this::isDue).toList();
        due.forEach(this::lookAgain);
        due.stream()
                .map(request -> request.change().target().holder())
                .distinct()
                .forEach(this::tried);
    }

    private void tried(PolicyHolder holder) {
        try {
            look(holder);
        } catch (ProblemException e) {
            LOG.warn("{} can't be looked at now: {}", holder, e.problem().what());
        }
    }

    /**
     * Looks for those in this policy now; to be called where its row lock isn't held.
     *
     * @throws ProblemException if the policy can't be read
     */
    public void look(PolicyHolder holder) {
        if (!open(holder).isEmpty()) {
            ledger.exclusively(holder, () -> {
                settle(holder);
                return Boolean.TRUE;
            });
        }
    }

    /** As {@link #look(PolicyHolder)}, to be called while the policy's row lock is held. */
    public void settle(PolicyHolder holder) {
        List<Request> open = open(holder);
        if (open.isEmpty()) {
            return;
        }
        Optional<PolicyDocument> live = policies.readIfThere(holder);
        open.forEach(request -> LogContext.about(request.id(), () -> settle(request, live)));
    }

    private void settle(Request request, Optional<PolicyDocument> live) {
        RecordedWrite write = ledger.transact(
                        transaction -> transaction.writes().of(request.id()))
                .orElseThrow();
        if (isMoot(request, write)) {
            ledger.record(transaction -> transaction.writes().givenUp(request.id()));
            return;
        }
        Optional<PolicyDocument> arrived = live.filter(policy -> evidence.arrived(request, policy));
        if (arrived.isPresent()) {
            LOG.warn("{}: AWS has taken its write after all", request.id());
            arrived(request, write, arrived.get());
        } else if (!clock.instant().isBefore(request.stage().changedAt().plus(LONG_ENOUGH))) {
            ledger.record(transaction -> transaction.writes().givenUp(request.id()));
        }
    }

    /** Whether a later write of ours did what this one was to do, or nothing is left that it could do. */
    private boolean isMoot(Request request, RecordedWrite write) {
        PolicyHolder holder = request.change().target().holder();
        boolean doneSince =
                ledger
                        .<List<RecordedWrite>>transact(
                                transaction -> transaction.writes().after(holder, write.id()))
                        .stream()
                        .filter(later -> later.outcome() == RecordedWrite.Outcome.TAKEN)
                        .anyMatch(later -> evidence.arrived(request, OwnWriteChain.document(later.proposed())));
        return doneSince
                || (request.change().edit() instanceof Edit.End end && !stands(request.change(), end))
                || (request.change().edit() instanceof Edit.Undo
                        && outcomes.obstacle(request).isPresent());
    }

    private boolean stands(Change change, Edit.End end) {
        return ledger
                .<Optional<Grant>>transact(transaction -> change.ends().flatMap(transaction.grants()::find))
                .stream()
                .anyMatch(grant ->
                        grant.state() != Grant.State.ENDED && grant.until().equals(end.until()));
    }

    private void arrived(Request request, RecordedWrite write, PolicyDocument live) {
        Optional<Grant> ended = request.change()
                .extended()
                .flatMap(id -> ledger.<Optional<Grant>>transact(
                        transaction -> transaction.grants().find(id)))
                .filter(grant -> grant.state() == Grant.State.ENDED);
        if (ended.isPresent() && request.change().edit() instanceof Edit.Extend extend) {
            endAgain(ended.get().lasting(extend.until()), write);
        } else {
            Request found = evidence.asFound(request, live);
            outcomes.applied(new Outcomes.Intent(found, write.id()), live, "", false);
        }
    }

    /**
     * What ended before its extension arrived stays ended: its record goes on only until it is taken out again. That is recorded at
     * once with it, or else a process that dies, or a policy that can't be read, would leave it going on.
     */
    private void endAgain(Grant grant, RecordedWrite write) {
        Planning.Draft draft = endingRequests.draft(grant);
        ledger.record(transaction -> {
            transaction.writes().outcome(write.id(), RecordedWrite.Outcome.TAKEN);
            if (draft.planned() instanceof Plan plan) {
                transaction.grants().update(grant);
                endingRequests.begin(transaction, grant, draft, plan, Optional.empty());
            }
        });
    }

    private List<Request> open(PolicyHolder holder) {
        return ledger.<List<Request>>transact(UnconfirmedWrites::open).stream()
                .filter(request -> request.change().target().holder().equals(holder))
                .toList();
    }

    private static List<Request> open(LedgerTransaction transaction) {
        return transaction.writes().inDoubt();
    }

    private boolean isDue(Request request) {
        Instant first = request.stage().changedAt().plus(FIRST);
        return !clock.instant().isBefore(looks.getOrDefault(request.id(), first));
    }

    private void lookAgain(Request request) {
        Instant failed = request.stage().changedAt();
        Duration since = Duration.between(failed, clock.instant());
        Duration doubled = since.multipliedBy(2);
        boolean last = since.compareTo(LONG_ENOUGH) < 0 && doubled.compareTo(LONG_ENOUGH) > 0;
        looks.put(request.id(), failed.plus(last ? LONG_ENOUGH : doubled));
    }
}
