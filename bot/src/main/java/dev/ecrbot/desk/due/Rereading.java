package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the policies again in which grants stand, and records, and has told, which of them others have taken out.
 *
 * <p>Each policy is read half a minute after a grant was put into it, and then about once an hour, or as often as it is
 * configured. A failure to read is no evidence, and neither is one reading: what it misses has to be missing a minute later
 * still, while nobody of ours writes. Several may look at once, in one process or in many: a reading is taken in the database first.
 */
public final class Rereading {
    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
    // Its end is near enough to be the sweeper's.
    private static final Duration NEAR = Duration.ofMinutes(2);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final Policies policies;
    private final PolicyEvidence evidence;
    private final Applying applying;
    private final Clock clock;
    private final Random random = new Random();
    private int failures;
    private Instant resume = Instant.MIN;

    Rereading(Ledger ledger, Policies policies, PolicyEvidence evidence, Applying applying, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.evidence = evidence;
        this.applying = applying;
        this.clock = clock;
    }

    /** Returns the reading of one policy at a time. */
    public Chore chore() {
        return new Chore("reread-policies", applying.schedule().look(), () -> look(1));
    }

    /**
     * Looks for writes that are in doubt, and reads the policies that are due, this many at most; fewer, and later, while AWS throttles or fails.
     *
     * @return how many it read
     */
    public synchronized int look(int atMost) {
        if (clock.instant().isBefore(resume)) {
            return 0;
        }
        applying.unconfirmed().look();
        List<PolicyHolder> due =
                ledger.transact(transaction -> transaction.readings().due(clock.instant(), AT_ONCE)).stream()
                        .map(grant -> grant.target().holder())
                        .distinct()
                        .limit(atMost)
                        .toList();
        return (int) due.stream().filter(this::read).count();
    }

    private boolean read(PolicyHolder holder) {
        List<Grant> taken = ledger.transact(transaction -> taken(transaction, holder));
        if (taken.isEmpty() || clock.instant().isBefore(resume)) {
            return false;
        }
        try {
            Optional<PolicyDocument> live = live(holder);
            judge(holder, taken, live);
            failures = 0;
        } catch (ProblemException e) {
            LOG.warn("{} can't be read again now: {}", holder, e.problem().what());
            failures++;
            resume = clock.instant().plus(PAUSES.after(failures));
        }
        return true;
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
            grants.stream()
                    .filter(grant -> !missing.contains(grant))
                    .forEach(grant -> transaction
                            .readings()
                            .seen(grant.id(), now.plus(about(applying.schedule().every()))));
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
        return ledger.transact(transaction -> transaction.requests().in(Set.of(RequestState.APPLYING)).stream()
                .flatMap(id -> transaction.requests().find(id).stream())
                .anyMatch(request -> request.change().target().holder().equals(holder)));
    }

    // So that what was granted at one moment, and what replicas have to read, doesn't come due at one moment each hour.
    private Duration about(Duration time) {
        return time.multipliedBy(90 + random.nextInt(21)).dividedBy(100);
    }
}
