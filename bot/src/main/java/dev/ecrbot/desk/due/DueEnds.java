package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the grants whose date has come: those of each registry one after the other, and no registry waiting for another. Thread-safe. */
final class DueEnds {
    private static final Logger LOG = LoggerFactory.getLogger(DueEnds.class);
    private static final String GRANTS = "grant_";
    private static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final Applying applying;
    private final RegistryPauses pauses;
    private final Executor beside;
    private final Clock clock;
    private final Set<RegionalRegistry> atWork = ConcurrentHashMap.newKeySet();

    /** @param beside plans the ends of one registry's grants without keeping the others waiting */
    DueEnds(Ledger ledger, Applying applying, RegistryPauses pauses, Executor beside, Clock clock) {
        this.ledger = ledger;
        this.applying = applying;
        this.pauses = pauses;
        this.beside = beside;
        this.clock = clock;
    }

    /** Has those ended that are due by now. */
    void look() {
        Instant now = clock.instant();
        int atMost = AT_ONCE + ledger.aside().keys(GRANTS, now).size();
        Set<RegionalRegistry> without = new HashSet<>(pauses.now());
        without.addAll(atWork);
        List<Grant> due = ledger.transact(transaction -> transaction.grants().due(now, without, atMost));
        Map<RegionalRegistry, List<Grant>> byRegistry =
                due.stream().collect(Collectors.groupingBy(DueEnds::registry, LinkedHashMap::new, Collectors.toList()));
        byRegistry.forEach((registry, grants) -> beside.execute(() -> endDue(registry, grants, now)));
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
