package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.AskedAlready;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is recorded and sets going what should be: requests left behind by a process that ended, requests
 * that nobody decides on, and grants whose end has come or comes soon. Running it too often, or in several replicas at once, does no harm.
 */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Applying applying;
    private final Waiting waiting;
    private final Expiring expiring;
    private final Clock clock;
    private final Consumer<RequestId> leftBehind;

    Sweeper(
            Ledger ledger,
            Applying applying,
            Waiting waiting,
            Expiring expiring,
            Clock clock,
            Consumer<RequestId> leftBehind) {
        this.ledger = ledger;
        this.applying = applying;
        this.waiting = waiting;
        this.expiring = expiring;
        this.clock = clock;
        this.leftBehind = leftBehind;
    }

    /** Has every request that is under way taken up again; whoever is at work on one keeps it by its policy's lock. */
    public void resume() {
        ledger.transact(transaction -> transaction.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING)))
                .forEach(leftBehind);
    }

    /** Returns what is due by stored dates, apart from each other, so that none waits for AWS on another's behalf. */
    public List<Chore> chores() {
        return List.of(
                new Chore("end-grants", EVERY, this::endDue),
                new Chore("look-after-requests", EVERY, waiting::look),
                new Chore("warn-holders", EVERY, expiring::look));
    }

    private void endDue() {
        ledger.transact(transaction -> transaction.grants().due(clock.instant(), AT_ONCE))
                .forEach(this::end);
    }

    private void end(Grant grant) {
        try {
            Planning.Draft draft = applying.endingRequests().draft(grant);
            if (draft.planned() instanceof Plan plan) {
                applying.endingRequests().begin(grant, draft, plan, Optional.empty());
            } else {
                applying.unconfirmed().look(grant.target().holder());
                over(grant);
            }
        } catch (AskedAlready e) {
            LOG.debug("{}: another replica ends it", grant.id());
        } catch (ProblemException e) {
            LOG.warn("{}: can't be ended yet: {}", grant.id(), e.problem().what());
            putOff(grant, e);
        }
    }

    private void over(Grant grant) {
        ledger.record(transaction -> applying.endings().over(transaction, grant, Optional.empty(), clock.instant()));
    }

    private void putOff(Grant grant, ProblemException e) {
        if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
            over(grant);
            return;
        }
        ledger.record(transaction -> {
            transaction.grants().lock(grant.id());
            // Another replica may have come to the same failure, which is one and not two.
            if (transaction.grants().due(clock.instant(), AT_ONCE).contains(grant)) {
                applying.endings().putOff(transaction, grant.id(), e.problem(), clock.instant());
            }
        });
    }
}
