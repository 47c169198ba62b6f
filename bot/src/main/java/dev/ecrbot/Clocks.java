package dev.ecrbot;

import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the bot goes by the same time as its database. Replicas whose clocks differ would end grants, count approvals and take
 * chores from each other at different moments.
 */
record Clocks(StoreLedger ledger, Clock clock) {
    private static final Duration MOST = Duration.ofSeconds(5);

    /** @throws ProblemException if they differ by more than some seconds */
    void check() {
        difference().ifPresent(what -> {
            throw new ProblemException(BotProblems.clocksDiffer(what));
        });
    }

    /** Returns by how much they differ, in words; empty if it is little, or the database is within this process. */
    Optional<String> difference() {
        Duration ahead = ledger.ahead(clock);
        return ahead.abs().compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of(
                        ahead.isNegative()
                                ? HealthWords.clockIsBehind(ahead.abs().toSeconds())
                                : HealthWords.clockIsAhead(ahead.toSeconds()));
    }
}
