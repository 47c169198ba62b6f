package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Retention.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets go of what nobody needs any more, a little in each transaction.
 *
 * @param retention after how long a request that ended keeps its plan no longer; empty if it does for good
 */
record Forgetting(Ledger ledger, Optional<Duration> retention, Clock clock) {
    /** Slack doesn't repeat a delivery after this. */
    private static final Duration DELIVERIES = Duration.ofHours(24);
    /** For so long it can be looked up in the database what was told when. */
    static final Duration NOTICES = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    List<Chore> chores() {
        return List.of(
                new Chore("forget-deliveries", EVERY, this::deliveries),
                new Chore("empty-outbox", EVERY, this::notices),
                new Chore("let-go-of-plans", EVERY, this::plans));
    }

    private void deliveries() {
        Instant before = clock.instant().minus(DELIVERIES);
        ledger.record(transaction -> transaction.deliveries().forget(before));
    }

    private void notices() {
        Instant before = clock.instant().minus(NOTICES);
        int removed;
        do {
            removed = ledger.<Integer>transact(
                    transaction -> transaction.retention().emptyOutbox(before, AT_ONCE));
        } while (removed == AT_ONCE);
    }

    private void plans() {
        Optional<Place> next = retention.map(time -> Place.FIRST);
        while (next.isPresent()) {
            Place after = next.get();
            Instant before = clock.instant().minus(retention.orElseThrow());
            next = ledger.transact(transaction -> transaction.retention().letGo(after, before, AT_ONCE));
        }
    }
}
