package dev.ecrbot;

import dev.ecrbot.desk.BackgroundThreads;
import dev.ecrbot.http.Address;
import dev.ecrbot.ops.Metrics;
import dev.ecrbot.ops.OpsServer;
import dev.ecrbot.ops.Probe;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.StoreLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What the health page tells of the bot's inside. */
record Vitals(StoreLedger ledger, BackgroundThreads workers, OwnCheckup checkup, Upkeep upkeep, Clock clock) {
    private static final Duration OLD = Duration.ofMinutes(5);

    /**
     * Serves health and metrics.
     *
     * @param slack whether Slack can be reached
     * @throws ProblemException if the address can't be listened on
     */
    OpsServer served(Address address, BooleanSupplier slack, Metrics metrics) {
        try {
            return new OpsServer(address, probes(slack), metrics, Main.version());
        } catch (IOException e) {
            throw new ProblemException(BotProblems.noPortForOps(address.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private List<Probe> probes(BooleanSupplier slack) {
        return List.of(
                new Probe("store", ledger::trouble, true),
                new Probe("slack", slack),
                new Probe("workers", workers::trouble, true),
                Probe.remark("scheduler", () -> ledger.late(clock.instant()).map(HealthWords::undone)),
                Probe.remark("clock", new Clocks(ledger, clock)::difference),
                Probe.remark("config", checkup::misconfigured),
                Probe.remark("doctor", checkup::trouble),
                Probe.remark("backup", upkeep::backUpTrouble),
                Probe.remark("audit", upkeep::forwardTrouble),
                Probe.remark("outbox", this::oldNotice),
                Probe.remark("rows", this::rowsSetAside));
    }

    private Duration age() {
        Instant now = clock.instant();
        return ledger.<Optional<Instant>>transact(
                        transaction -> transaction.outbox().oldest(now))
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    private Optional<String> oldNotice() {
        return Optional.of(age())
                .filter(age -> age.compareTo(OLD) > 0)
                .map(age -> HealthWords.oldNotice(age.toMinutes()));
    }

    private Optional<String> rowsSetAside() {
        Map<String, Long> rows = ledger.aside().counted();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(HealthWords.rowsAside(rows.entrySet().stream()
                        .map(table -> HealthWords.rows(table.getValue(), table.getKey()))
                        .collect(Collectors.joining(", "))));
    }
}
