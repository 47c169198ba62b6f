package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private final DueWork.Hands hands;
    private final Set<RegionalRegistry> atWork = ConcurrentHashMap.newKeySet();

    Sweeper(
            Ledger ledger,
            Applying applying,
            Waiting waiting,
            Expiring expiring,
            RegistryPauses pauses,
            Clock clock,
            DueWork.Hands hands) {
        this.ledger = ledger;
        this.applying = applying;
        this.waiting = waiting;
        this.expiring = expiring;
        this.pauses = pauses;
        this.clock = clock;
        this.hands = hands;
    }

    /** Has every request that is under way taken up again; whoever is at work on one keeps it by its policy's lock. */
    public void resume() {
        ledger.transact(transaction -> transaction.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING)))
                .forEach(hands.leftBehind());
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
        Set<RegionalRegistry> without = new HashSet<>(pauses.now());
        without.addAll(atWork);
        List<Grant> due = ledger.transact(transaction -> transaction.grants().due(now, without, atMost));
        Map<RegionalRegistry, List<Grant>> byRegistry =
                due.stream().collect(Collectors.groupingBy(Sweeper::registry, LinkedHashMap::new, Collectors.toList()));
        byRegistry.forEach((registry, grants) -> hands.beside().execute(() -> endDue(registry, grants, now)));
    }

    /** One registry that hangs keeps nobody waiting but its own. */
    private void endDue(RegionalRegistry registry, List<Grant> due, Instant now) {
        if (!atWork.add(registry)) {
            return;
        }
        try {
            ledger.aside().each(GRANTS, due, grant -> grant.id().toString(), now, this::endUnlessPaused);
        } finally {
            atWork.remove(registry);
        }
    }

    private static RegionalRegistry registry(Grant grant) {
        PolicyHolder holder = grant.target().holder();
        return new RegionalRegistry(holder.account(), holder.region());
    }

    private void endUnlessPaused(Grant grant) {
        if (!pauses.include(grant.target().holder())) {
            LogContext.about(grant.id().request(), () -> end(grant));
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
