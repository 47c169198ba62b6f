package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends grants. What a reading doesn't show is taken for gone only while nobody of ours writes to that policy: a write under
 * way, or one that isn't recorded yet, may be what took it out. Thread-safe.
 */
public final class GrantEnding {
    // Whoever took a registry out of the configuration by mistake has noticed by then.
    private static final Duration RECONFIGURED_BY = Duration.ofDays(1);

    private final Ledger ledger;
    private final EndingRequests requests;
    private final Endings endings;
    private final UnconfirmedWrites unconfirmed;
    private final Clock clock;

    GrantEnding(Ledger ledger, EndingRequests requests, Endings endings, UnconfirmedWrites unconfirmed, Clock clock) {
        this.ledger = ledger;
        this.requests = requests;
        this.endings = endings;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
    }

    /**
     * Has the grant taken out of its policy or, where nothing of it is there, records that it is over.
     *
     * @param by who wants it; empty where the grant's time has come
     * @return how it is taken out; empty if it is over
     * @throws AskedAlready if it is being ended, or has ended, since it was looked at
     * @throws ProblemException if the policy can't be read
     */
    public Optional<Plan> end(Grant grant, Optional<PersonId> by) {
        Optional<Plan> begun = begun(grant, draft(grant), by);
        if (begun.isPresent()) {
            return begun;
        }
        PolicyHolder holder = grant.target().holder();
        return ledger.exclusively(holder, () -> {
            unconfirmed.settle(holder);
            if (!isActive(grant)) {
                throw new AskedAlready();
            }
            Optional<Planning.Draft> draft = draft(grant);
            Optional<Plan> after = begun(grant, draft, by);
            if (after.isEmpty()) {
                ledger.record(transaction ->
                        endings.over(transaction, grant, draft.map(Planning.Draft::live), by, clock.instant()));
            }
            return after;
        });
    }

    /** The grant couldn't be ended: it is tried again later, unless another replica has come to the same meanwhile. */
    public void putOff(Grant grant, Problem problem) {
        ledger.record(transaction -> {
            boolean unchanged = transaction.grants().lock(grant.id()).equals(Optional.of(grant))
                    && transaction.grants().isDue(grant.id(), clock.instant());
            if (unchanged && isOutOfReach(grant, problem)) {
                endings.outOfReach(transaction, grant, clock.instant());
            } else if (unchanged) {
                endings.putOff(transaction, grant.id(), problem, clock.instant());
            }
        });
    }

    private boolean isOutOfReach(Grant grant, Problem problem) {
        return problem.code() == Code.REGISTRY_UNKNOWN
                && grant.until()
                        .filter(end -> end.plus(RECONFIGURED_BY).isBefore(clock.instant()))
                        .isPresent();
    }

    private Optional<Plan> begun(Grant grant, Optional<Planning.Draft> draft, Optional<PersonId> by) {
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        return draft.get()
                .planned()
                .<Optional<Plan>>visit(
                        plan -> {
                            requests.begin(grant, draft.get(), plan, by);
                            return Optional.of(plan);
                        },
                        nothing -> Optional.empty(),
                        refused -> Optional.empty());
    }

    /** Returns how it can be taken out; empty where its repository is gone, and the access with it. */
    private Optional<Planning.Draft> draft(Grant grant) {
        try {
            return Optional.of(requests.draft(grant));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isActive(Grant grant) {
        return ledger.<Optional<Grant>>transact(
                        transaction -> transaction.grants().find(grant.id()))
                .filter(now -> now.state() == Grant.State.ACTIVE)
                .isPresent();
    }
}
