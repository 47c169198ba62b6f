package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done again and again beside the desk's own work. */
final class Upkeep {
    private static final Duration CRAWL_EVERY = Duration.ofSeconds(5);
    // Calls a second; it finds out by itself how many more AWS takes.
    private static final int CRAWL_START = 20;

    private final StoreLedger ledger;
    private final BotConfig config;
    private final Tempo tempo;
    private final Clock clock;
    private final Optional<BackUps> backUps;

    Upkeep(StoreLedger ledger, BotConfig config, Tempo tempo, Clock clock) {
        this.ledger = ledger;
        this.config = config;
        this.tempo = tempo;
        this.clock = clock;
        this.backUps = config.store().backup().map(settings -> new BackUps(ledger, settings, clock));
    }

    /** Returns these chores. */
    List<Chore> chores(FleetReader fleet) {
        return Stream.concat(
                        Stream.of(
                                AuditTrail.chore(ledger.chain(), config.store().anchors(), clock), crawling(fleet)),
                        backUps.map(BackUps::chore).stream())
                .toList();
    }

    /** Returns what is wrong with the backups; empty if nothing is, or there are to be none. */
    Optional<String> backUpTrouble() {
        return backUps.flatMap(BackUps::trouble);
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
