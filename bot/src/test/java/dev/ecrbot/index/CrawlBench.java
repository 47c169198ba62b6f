package dev.ecrbot.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A fleet in a modelled ECR, and an index of it that is crawled. */
final class CrawlBench implements AutoCloseable {
    static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    static final RegionalRegistry IRELAND = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.IRELAND);
    static final Repository MIXED = SeedRegistry.west("legacy/mixed");
    static final Duration REFRESH = Duration.ofHours(6);
    static final String SOMEBODY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"}}]}""";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    final EcrModel ecr = SeedRegistry.model(clock);
    final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    final IndexStore store = ledger.index();
    final FleetIndex index = new FleetIndex(store, List.of(WEST, IRELAND), clock);
    final Crawler crawler = new Crawler(new ModelFleet(ecr, 5), store, List.of(WEST, IRELAND), REFRESH, 1_000, clock);

    void crawl() {
        assertThat(crawler.look()).isTrue();
        index.refresh();
    }

    PolicyDocument live(PolicyHolder holder) {
        return ecr.policy(holder).map(PolicyDocument::parse).orElse(PolicyDocument.empty());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
