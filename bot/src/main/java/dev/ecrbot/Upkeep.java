package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.ops.Metrics;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import dev.ecrbot.webhook.Endpoint;
import dev.ecrbot.webhook.Forwarding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done again and again beside the desk's own work. */
final class Upkeep {
    private static final Duration FORWARD_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CRAWL_EVERY = Duration.ofSeconds(5);
    private static final Duration COMPACT_EVERY = Duration.ofMinutes(1);
    // Calls a second; it finds out by itself how many more AWS takes.
    private static final int CRAWL_START = 20;

    private final StoreLedger ledger;
    private final BotConfig config;
    private final Tempo tempo;
    private final Clock clock;
    private final Optional<BackUps> backUps;
    private final Optional<Forwarding> forwarding;

    Upkeep(StoreLedger ledger, BotConfig config, Optional<String> auditSecret, Tempo tempo, Clock clock) {
        this.forwarding = endpoint(config, auditSecret, tempo)
                .map(endpoint -> new Forwarding(ledger, endpoint, Export::lines, clock));
        this.ledger = ledger;
        this.config = config;
        this.tempo = tempo;
        this.clock = clock;
        this.backUps = config.store().backup().map(settings -> new BackUps(ledger, settings, clock));
    }

    /** Returns who takes the audit trail, if anybody is to. */
    static Optional<Endpoint> endpoint(BotConfig config, Optional<String> auditSecret, Tempo tempo) {
        return config.audit()
                .map(audit -> new Endpoint(audit.webhook(), auditSecret.orElseThrow(), tempo.of(PATIENCE)));
    }

    /** Returns these chores. */
    List<Chore> chores(FleetReader fleet) {
        return Stream.of(
                        Stream.of(
                                AuditTrail.chore(ledger.chain(), config.store().anchors(), clock), crawling(fleet)),
                        ledger.compaction().map(some -> new Chore("compact-store", COMPACT_EVERY, some)).stream(),
                        backUps.map(BackUps::chore).stream(),
                        forwarding.map(all -> new Chore("forward-events", FORWARD_EVERY, all::look)).stream())
                .flatMap(some -> some)
                .toList();
    }

    /** Returns what is wrong with the backups; empty if nothing is, or there are to be none. */
    Optional<String> backUpTrouble() {
        return backUps.flatMap(BackUps::trouble);
    }

    /** Returns what keeps the audit trail from being handed on; empty if nothing does, or it isn't to be. */
    Optional<String> forwardTrouble() {
        return forwarding.flatMap(Forwarding::trouble);
    }

    /** Has the metrics show how far behind that is. */
    void shownBy(Metrics metrics) {
        metrics.gauge(
                "ecrbot.audit.lag.seconds",
                "How old the oldest event is that wasn't handed on to audit.webhook yet; 0 without one",
                () -> forwarding.map(Forwarding::lag).orElse(Duration.ZERO).toSeconds());
    }

    private Chore crawling(FleetReader fleet) {
        var crawler = new Crawler(
                fleet,
                ledger.index(),
                config.regionalRegistries(),
                config.index().refresh(),
                CRAWL_START * tempo.faster(),
                clock);
        return new Chore("crawl-fleet", CRAWL_EVERY, crawler::look);
    }
}
