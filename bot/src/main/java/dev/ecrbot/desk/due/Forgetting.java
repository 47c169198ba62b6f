package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;

/** Forgets deliveries that Slack doesn't repeat any more. */
record Forgetting(Ledger ledger, Clock clock) {
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofHours(1);

    Chore chore() {
        return new Chore("forget-deliveries", EVERY, this::forget);
    }

    private void forget() {
        ledger.record(
                transaction -> transaction.deliveries().forget(clock.instant().minus(MEMORY)));
    }
}
