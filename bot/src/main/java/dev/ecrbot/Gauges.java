package dev.ecrbot;

import dev.ecrbot.desk.BackgroundThreads;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.ops.Metrics;
import dev.ecrbot.slack.SlackDoor;
import dev.ecrbot.store.StoreLedger;
import java.time.Clock;
import java.time.Duration;

/** The numbers that the metrics show of the bot's inside. */
record Gauges(StoreLedger ledger, BackgroundThreads workers, SlackDoor door, FleetIndex index, Clock clock) {
    private static final String QUEUE = "ecrbot.queue.waiting";
    private static final String QUEUES = "What waits for a thread";
    private static final String CONNECTION = "ecrbot.db.connections";
    private static final String CONNECTIONS = "Connections to the database, and threads that wait for one";

    void shownBy(Metrics metrics) {
        var backlog = new Backlog(ledger, clock);
        metrics.gauge(
                "ecrbot.outbox.waiting",
                "Notices that Slack still has to be told",
                () -> backlog.number(Backlog.Numbers::outbox));
        metrics.gauge(
                "ecrbot.outbox.age.seconds",
                "How long the oldest notice that is due has waited",
                () -> backlog.number(now -> now.outboxAge().toSeconds()));
        metrics.gauge(
                "ecrbot.ends.overdue",
                "Grants that should have ended and have not",
                () -> backlog.number(Backlog.Numbers::ends));
        metrics.gauge(
                "ecrbot.ends.overdue.seconds",
                "For how long the first of the grants that should have ended should have",
                () -> backlog.number(now -> now.endsAge().toSeconds()));
        metrics.gauge(
                "ecrbot.reading.lag.seconds",
                "For how long the policy that is read next should have been read again",
                () -> backlog.number(now -> now.readingLag().toSeconds()));
        metrics.gauge(
                "ecrbot.rows.aside",
                "Rows that were set aside since the start, since they can't be read or dealt with",
                () -> ledger.aside().counted().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        ofTheIndex(metrics);
        ofThisProcess(metrics);
    }

    private void ofTheIndex(Metrics metrics) {
        metrics.gauge(
                "ecrbot.index.age.seconds",
                "How long ago the policy in the index that was read first was read",
                () -> index.coverage()
                        .oldest()
                        .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                        .orElse(0L));
        metrics.gauge("ecrbot.index.unread", "Repositories in the index whose policy was never read", () -> {
            Coverage coverage = index.coverage();
            return coverage.known() - coverage.read();
        });
    }

    private void ofThisProcess(Metrics metrics) {
        metrics.gauge(QUEUE, QUEUES, "queue", "typed", door::typedWaiting);
        metrics.gauge(QUEUE, QUEUES, "queue", "clicked", door::clickedWaiting);
        metrics.gauge(QUEUE, QUEUES, "queue", "apply", workers::waiting);
        metrics.gauge(
                CONNECTION,
                CONNECTIONS,
                "state",
                "active",
                () -> ledger.connections().active());
        metrics.gauge(
                CONNECTION,
                CONNECTIONS,
                "state",
                "idle",
                () -> ledger.connections().idle());
        metrics.gauge(
                CONNECTION,
                CONNECTIONS,
                "state",
                "waiting",
                () -> ledger.connections().waiting());
    }
}
