package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.RereadSchedule;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the policies again in which grants stand, and records, and has told, which of them others have taken out, and which
 * they have put a Deny beside.
 *
 * <p>Each policy is read half a minute after a grant was put into it, and then about once an hour, or as often as it is
 * configured. A failure to read is no evidence, and neither is one reading: what it misses has to be missing a minute later
 * still, while nobody of ours writes. Several may look at once, in one process or in many: a reading is taken in the database first.
 */
public final class Rereading {
    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
    // Its end is near enough to be the sweeper's.
    private static final Duration NEAR = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final Conclusions conclusions;
    private final RereadSchedule schedule;
    private final Clock clock;
    private final RegistryPauses pauses;
    private final ReadingPace pace = new ReadingPace();
    private final Map<PolicyHolder, Integer> failures = new HashMap<>();

    Rereading(Ledger ledger, Conclusions conclusions, RereadSchedule schedule, RegistryPauses pauses, Clock clock) {
        this.ledger = ledger;
        this.conclusions = conclusions;
        this.schedule = schedule;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Returns the reading of some policies at a time, as many as AWS lets pass. */
    public Chore chore() {
        return new Chore("reread-policies", schedule.look(), this::look);
    }

    /**
     * Looks for writes that are in doubt, and reads the policies that are due, this many at most; fewer, and later, in
     * registries that throttle or fail.
     *
     * @return how many it read
     */
    public synchronized int look(int atMost) {
        conclusions.lookForWrites();
        List<PolicyHolder> due = ledger
                .transact(transaction ->
                        transaction.readings().due(clock.instant(), pauses.now(), Math.max(AT_ONCE, atMost)))
                .stream()
                .map(grant -> grant.target().holder())
                .distinct()
                .limit(atMost)
                .toList();
        return (int) due.stream().filter(this::read).count();
    }

    private void look() {
        int atMost = pace.atMost();
        look(atMost);
        if (pace.atMost() == atMost) {
            pace.passed();
        }
    }

    private boolean read(PolicyHolder holder) {
        List<Grant> taken = taken(holder);
        if (taken.isEmpty() || pauses.include(holder)) {
            return false;
        }
        try {
            conclusions.read(holder, taken);
            failures.remove(holder);
            pauses.answered(holder);
        } catch (ProblemException e) {
            LOG.warn("{} can't be read again now: {}", holder, e.problem().what());
            failed(holder, taken, e.problem());
        }
        return true;
    }

    private void failed(PolicyHolder holder, List<Grant> grants, Problem problem) {
        pauses.failed(holder, problem);
        if (problem.code() == Code.AWS_THROTTLED) {
            pace.throttled();
        }
        int times = failures.merge(holder, 1, Integer::sum);
        Instant next = clock.instant().plus(new Backoff(schedule.sure(), LONGEST_PAUSE).after(times));
        ledger.record(
                transaction -> grants.forEach(grant -> transaction.readings().failed(grant.id(), next)));
    }

    private List<Grant> taken(PolicyHolder holder) {
        try {
            return ledger.transact(transaction -> taken(transaction, holder));
        } catch (ProblemException e) {
            if (e.problem().code() != Code.INTERNAL) {
                throw e;
            }
            LOG.warn("{} isn't read again now: {}", holder, e.problem().what());
            putOff(holder);
            return List.of();
        }
    }

    // What is due there would be found first each time, before all others.
    private void putOff(PolicyHolder holder) {
        Instant now = clock.instant();
        Instant next = now.plus(schedule.every());
        ledger.record(transaction -> transaction.readings().due(now, Set.of(), Integer.MAX_VALUE).stream()
                .filter(grant -> grant.target().holder().equals(holder))
                .forEach(grant -> transaction.readings().take(grant.id(), now, next)));
    }

    /** Takes the reading of all that is due there, so that no other replica does it too. */
    private List<Grant> taken(LedgerTransaction transaction, PolicyHolder holder) {
        Instant now = clock.instant();
        boolean first = transaction.grants().standing(holder).stream()
                        .filter(grant -> transaction.readings().take(grant.id(), now, now.plus(schedule.sure())))
                        .count()
                > 0;
        return first
                ? transaction.grants().standing(holder).stream()
                        .filter(grant -> watched(grant, now))
                        .toList()
                : List.of();
    }

    private static boolean watched(Grant grant, Instant now) {
        return grant.state() == Grant.State.ACTIVE
                && grant.until().filter(end -> end.isBefore(now.plus(NEAR))).isEmpty();
    }
}
