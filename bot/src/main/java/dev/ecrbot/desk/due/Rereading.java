package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
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
import java.util.Optional;
import java.util.Random;
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
    private final Policies policies;
    private final PolicyEvidence evidence;
    private final Applying applying;
    private final Clock clock;
    private final RegistryPauses pauses;
    private final ReadingPace pace = new ReadingPace();
    private final Map<PolicyHolder, Integer> failures = new HashMap<>();
    private final Random random = new Random();

    Rereading(
            Ledger ledger,
            Policies policies,
            PolicyEvidence evidence,
            Applying applying,
            RegistryPauses pauses,
            Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.evidence = evidence;
        this.applying = applying;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Returns the reading of some policies at a time, as many as AWS lets pass. */
    public Chore chore() {
        return new Chore("reread-policies", applying.schedule().look(), this::look);
    }

    /**
     * Looks for writes that are in doubt, and reads the policies that are due, this many at most; fewer, and later, in
     * registries that throttle or fail.
     *
     * @return how many it read
     */
    public synchronized int look(int atMost) {
        applying.unconfirmed().look();
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
            Optional<PolicyDocument> live = live(holder);
            judge(holder, taken, live);
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
        Instant next = clock.instant().plus(new Backoff(applying.schedule().sure(), LONGEST_PAUSE).after(times));
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
        Instant next = now.plus(applying.schedule().every());
        ledger.record(transaction -> transaction.readings().due(now, Set.of(), Integer.MAX_VALUE).stream()
                .filter(grant -> grant.target().holder().equals(holder))
                .forEach(grant -> transaction.readings().take(grant.id(), now, next)));
    }

    /** Takes the reading of all that is due there, so that no other replica does it too. */
    private List<Grant> taken(LedgerTransaction transaction, PolicyHolder holder) {
        Instant now = clock.instant();
        boolean first = transaction.grants().standing(holder).stream()
                        .filter(grant -> transaction
                                .readings()
                                .take(
                                        grant.id(),
                                        now,
                                        now.plus(applying.schedule().sure())))
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

    /** Returns the live policy; empty if its repository is gone. */
    private Optional<PolicyDocument> live(PolicyHolder holder) {
        try {
            return Optional.of(policies.read(holder));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void judge(PolicyHolder holder, List<Grant> grants, Optional<PolicyDocument> live) {
        Instant now = clock.instant();
        List<Grant> missing =
                grants.stream().filter(grant -> !evidence.stands(grant, live)).toList();
        List<Grant> sure = ledger.transact(transaction -> {
            grants.stream().filter(grant -> !missing.contains(grant)).forEach(grant -> {
                transaction
                        .readings()
                        .seen(grant.id(), now.plus(about(applying.schedule().every())));
                Hindrances.found(transaction, grant, live.flatMap(policy -> evidence.hinders(grant, policy)), now);
            });
            return missing.stream()
                    .filter(grant -> !transaction
                            .readings()
                            .missed(
                                    grant.id(),
                                    now,
                                    now.plus(applying.schedule().sure()))
                            .isAfter(now.minus(applying.schedule().sure())))
                    .toList();
        });
        if (!sure.isEmpty()) {
            ledger.exclusively(holder, () -> {
                confirm(holder, sure);
                return Boolean.TRUE;
            });
        }
    }

    /** While the holder's lock is held: nobody of ours is between a write and its record, unless one died there. */
    private void confirm(PolicyHolder holder, List<Grant> missing) {
        if (underWay(holder)) {
            return;
        }
        applying.unconfirmed().settle(holder);
        Optional<PolicyDocument> live = live(holder);
        List<Grant> gone =
                missing.stream().filter(grant -> !evidence.stands(grant, live)).toList();
        ledger.record(transaction ->
                gone.forEach(grant -> applying.endings().missing(transaction, grant, live, clock.instant())));
    }

    private boolean underWay(PolicyHolder holder) {
        return ledger.transact(transaction -> !transaction
                .requests()
                .in(Set.of(RequestState.APPLYING), holder)
                .isEmpty());
    }

    // So that what was granted at one moment, and what replicas have to read, doesn't come due at one moment each hour.
    private Duration about(Duration time) {
        return time.multipliedBy(90 + random.nextInt(21)).dividedBy(100);
    }
}
