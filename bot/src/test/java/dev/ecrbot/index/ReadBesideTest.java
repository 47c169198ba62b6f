package dev.ecrbot.index;

import static dev.ecrbot.index.CrawlBench.IRELAND;
import static dev.ecrbot.index.CrawlBench.MIXED;
import static dev.ecrbot.index.CrawlBench.REFRESH;
import static dev.ecrbot.index.CrawlBench.SOMEBODY;
import static dev.ecrbot.index.CrawlBench.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read beside the crawl is known, too, and the newer reading counts. */
final class ReadBesideTest {
    private final CrawlBench bench = new CrawlBench();
    private final SettableClock clock = bench.clock;
    private final IndexStore store = bench.store;
    private final FleetIndex index = bench.index;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatThisProcessReadsIsInItAtOnceAndInTheStoreSoonAfter() {
        bench.crawl();
        clock.advance(Duration.ofMinutes(1));
        index.seen(MIXED, PolicyDocument.empty(), clock.instant());
        assertThat(index.find(MIXED).orElseThrow().policy().text()).isEmpty();
        index.refresh();
        var replica = new FleetIndex(store, List.of(WEST, IRELAND), clock);
        replica.refresh();
        assertThat(replica.find(MIXED).orElseThrow().policy().text()).isEmpty();
    }

    @Test
    void whatWasReadBesideTheCrawlNeedsNoSecondReading() {
        bench.crawl();
        clock.advance(REFRESH.plusMinutes(1));
        index.seen(MIXED, bench.live(MIXED), clock.instant());
        index.refresh();
        Instant read = index.find(MIXED).orElseThrow().read();
        assertThat(read).isEqualTo(clock.instant());
        assertThat(index.changesSince(Instant.EPOCH, 0, 100)).isEmpty();

        store.begin(WEST, clock.instant());
        assertThat(store.unread(WEST, clock.instant())).isNotEmpty().doesNotContain(MIXED.name());
    }

    @Test
    void whatIsReadOfARegistryWhileACrawlReadsItIsTheNewerOne() {
        store.begin(WEST, clock.instant());
        index.refresh();
        Instant crawled = clock.instant();
        clock.advance(Duration.ofSeconds(2));
        PolicyDocument written = PolicyDocument.parse(SOMEBODY.replace("\"Action\"", "\"Resource\":\"*\",\"Action\""));
        index.seen(WEST, written, clock.instant());
        assertThat(index.facts(WEST).policy().sameAs(written)).isTrue();
        index.refresh();
        assertThat(index.facts(WEST).policy().sameAs(written)).isTrue();

        store.listedAll(WEST, crawled, RegistryFacts.NONE, Optional.of(crawled), List.of());
        index.refresh();

        assertThat(index.facts(WEST).policy().sameAs(written)).isTrue();
        var replica = new FleetIndex(store, List.of(WEST, IRELAND), clock);
        replica.refresh();
        assertThat(replica.facts(WEST).policy().sameAs(written)).isTrue();
    }

    @Test
    void whatWasAskedForBeforeTheCrawlReadItChangesNothing() {
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        bench.crawl();
        index.seen(MIXED, PolicyDocument.empty(), before);
        assertThat(index.find(MIXED).orElseThrow().policy().text()).isNotEmpty();
    }
}
