package dev.ecrbot;

import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What the records say is still to be done. Read once for all numbers of one look at the metrics, and not again within five
 * seconds: a database that doesn't answer would hold up each of them. Thread-safe.
 */
final class Backlog {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /**
     * What was read.
     *
     * @param outbox how many notices Slack still has to be told
     * @param outboxAge how long the oldest notice that is due has waited
     * @param ends how many grants should have ended
     * @param endsAge for how long the first of them should have
     * @param readingLag for how long the policy that is read next should have been
     */
    record Numbers(long outbox, Duration outboxAge, long ends, Duration endsAge, Duration readingLag) {}

    private final Ledger ledger;
    private final Clock clock;
    private Instant read = Instant.MIN;
    private Optional<Numbers> last = Optional.empty();

    Backlog(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Returns one of the numbers; not a number where they can't be read. */
    Number number(ToLongFunction<Numbers> which) {
        return numbers().<Number>map(which::applyAsLong).orElse(Double.NaN);
    }

    private synchronized Optional<Numbers> numbers() {
        Instant now = clock.instant();
        if (now.isBefore(read) || now.isAfter(read.plus(KEPT))) {
            last = asked(now);
            read = now;
        }
        return last;
    }

    private Optional<Numbers> asked(Instant now) {
        try {
            return Optional.of(ledger.<Numbers>transact(transaction -> {
                Grants.Overdue ends = transaction.grants().overdue(now);
                return new Numbers(
                        transaction.outbox().waiting(),
                        age(transaction.outbox().oldest(now), now),
                        ends.number(),
                        age(ends.since(), now),
                        age(transaction.readings().oldestDue(now), now));
            }));
        } catch (ProblemException e) {
            // The probe of the store tells it.
            return Optional.empty();
        }
    }

    private static Duration age(Optional<Instant> since, Instant now) {
        return since.map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
    }
}
