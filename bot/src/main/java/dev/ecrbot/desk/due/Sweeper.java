package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.AskedAlready;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final String GRANTS = "grant_";
    private static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Applying applying;
    private final Waiting waiting;
    private final Expiring expiring;
    private final RegistryPauses pauses;
    private final Clock clock;
    private final Consumer<RequestId> leftBehind;

    Sweeper(
            Ledger ledger,
            Applying applying,
            Waiting waiting,
            Expiring expiring,
            RegistryPauses pauses,
            Clock clock,
            Consumer<RequestId> leftBehind) {
        this.ledger = ledger;
        this.applying = applying;
        this.waiting = waiting;
        this.expiring = expiring;
        this.pauses = pauses;
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
        Instant now = clock.instant();
        int atMost = AT_ONCE + ledger.aside().keys(GRANTS, now).size();
        List<Grant> due = ledger.transact(transaction -> transaction.grants().due(now, pauses.now(), atMost));
        ledger.aside().each(GRANTS, due, grant -> grant.id().toString(), now, this::endUnlessPaused);
    }

    private void endUnlessPaused(Grant grant) {
        if (!pauses.include(grant.target().holder())) {
            end(grant);
        }
    }

    private void end(Grant grant) {
        PolicyHolder holder = grant.target().holder();
        try {
            applying.grantEnding().end(grant, Optional.empty());
            pauses.answered(holder);
        } catch (AskedAlready e) {
            LOG.debug("{}: somebody else ends it", grant.id());
        } catch (ProblemException e) {
            LOG.warn("{}: can't be ended yet: {}", grant.id(), e.problem().what());
            pauses.failed(holder, e.problem());
            applying.grantEnding().putOff(grant, e.problem());
        }
    }
}
