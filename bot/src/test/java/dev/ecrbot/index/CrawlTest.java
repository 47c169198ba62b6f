package dev.ecrbot.index;

import static dev.ecrbot.index.CrawlBench.IRELAND;
import static dev.ecrbot.index.CrawlBench.MIXED;
import static dev.ecrbot.index.CrawlBench.REFRESH;
import static dev.ecrbot.index.CrawlBench.SOMEBODY;
import static dev.ecrbot.index.CrawlBench.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fleet is read as a whole, again and again, and what is known is kept. */
final class CrawlTest {
    private final CrawlBench bench = new CrawlBench();
    private final SettableClock clock = bench.clock;
    private final EcrModel ecr = bench.ecr;
    private final IndexStore store = bench.store;
    private final FleetIndex index = bench.index;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void hasEverythingThatIsThere() {
        ecr.setPolicy(WEST, SOMEBODY.replace("\"Action\"", "\"Resource\":\"*\",\"Action\""));
        var template = new CreationTemplate("team", Set.of("CREATE_ON_PUSH"), PolicyDocument.parse(SOMEBODY));
        ecr.addTemplate(Place.of(WEST), template);
        ecr.addPullThroughRule(Place.of(IRELAND), new PullThroughRule("hub", "registry-1.docker.io", Optional.empty()));
        assertThat(index.coverage().whole()).isFalse();

        bench.crawl();

        assertThat(index.repositories())
                .extracting(IndexedRepository::repository)
                .isEqualTo(ecr.repositories());
        assertThat(index.repositories())
                .allSatisfy(one -> assertThat(one.policy().document().sameAs(bench.live(one.repository())))
                        .isTrue());
        assertThat(index.facts(WEST).policy().statements()).hasSize(1);
        assertThat(index.facts(WEST).templates()).containsExactly(template);
        assertThat(index.facts(IRELAND).pullThroughRules()).hasSize(1);
        assertThat(index.coverage().whole()).isTrue();
        assertThat(index.coverage().oldest()).contains(clock.instant());
    }

    @Test
    void comesAgainOnlyWhenItIsDueAndSeesWhatHasChanged() {
        bench.crawl();
        int calls = ecr.traffic().calls().size();
        Repository api = SeedRegistry.west("payments/api");
        ecr.setPolicy(api, SOMEBODY);
        ecr.deleteRepository(MIXED);
        Repository newborn = SeedRegistry.west("new/born");
        ecr.addRepository(newborn, Map.of());
        clock.advance(REFRESH.minusSeconds(1));
        bench.crawl();
        assertThat(ecr.traffic().calls()).hasSize(calls);
        clock.advance(Duration.ofSeconds(1));
        bench.crawl();

        assertThat(index.find(MIXED)).isEmpty();
        assertThat(index.find(newborn)).isPresent();
        assertThat(index.find(api).orElseThrow().policy().document().sameAs(bench.live(api)))
                .isTrue();
        assertThat(index.changesSince(Instant.EPOCH, 0, 100)).singleElement().satisfies(change -> {
            assertThat(change.holder()).isEqualTo(api);
            assertThat(change.before().isEmpty()).isTrue();
            assertThat(change.after().sameAs(bench.live(api))).isTrue();
        });
    }

    @Test
    void goesOnFromWhereItWasCutOff() {
        var store = new StoreThatInterrupts(this.store).proxy();
        var begun = new Crawler(new FleetThatStops(ecr, 8), store, List.of(WEST, IRELAND), REFRESH, 1_000, clock);
        assertThat(begun.look()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        index.refresh();
        int read = index.repositories().size();
        assertThat(read).isBetween(1, 8);
        long asked = calls(ApiOperation.GET_REPOSITORY_POLICY);
        bench.crawl();
        assertThat(index.repositories()).hasSize(ecr.repositories().size());
        assertThat(calls(ApiOperation.GET_REPOSITORY_POLICY) - asked)
                .isEqualTo(ecr.repositories().size() - read);
    }

    @Test
    void keepsTheOldFactsWhereItMeetsErrorsAndSaysWhich() {
        bench.crawl();
        PolicyDocument before = bench.live(MIXED);
        ecr.setPolicy(MIXED, SOMEBODY);
        clock.advance(REFRESH);
        ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, new DeniedFor("legacy/mixed"));
        ecr.traffic().fault(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, 1, Fault.deny());
        bench.crawl();

        IndexedRepository old = index.find(MIXED).orElseThrow();
        assertThat(old.policy().document().sameAs(before)).isTrue();
        assertThat(old.trouble()).hasValueSatisfying(why -> assertThat(why).contains("AccessDenied"));
        assertThat(index.coverage().parts())
                .flatExtracting(Coverage.Part::troubles)
                .hasSize(2)
                .anySatisfy(why -> assertThat(why).contains("DescribeRepositoryCreationTemplates"));
        assertThat(index.coverage().oldest()).contains(clock.instant().minus(REFRESH));
    }

    @Test
    void oneRegistryThatFailsKeepsNobodyFromTheOthers() {
        ecr.traffic().always(ApiOperation.DESCRIBE_REPOSITORIES, new DeniedFor("us-west-2"));
        bench.crawl();
        assertThat(index.repositories())
                .isNotEmpty()
                .allMatch(one -> one.repository().region().equals(SeedRegistry.IRELAND));
        assertThat(index.coverage().whole()).isFalse();
    }

    @Test
    void oneRegistryThatTakesAllTheTimeKeepsTheOthersWaitingForOneLook() {
        var hurried = new Crawler(
                new ModelFleet(ecr, 5),
                store,
                List.of(WEST, IRELAND),
                new Crawler.Rhythm(REFRESH, 1_000, Duration.ZERO),
                clock);
        hurried.look();
        assertThat(List.of(WEST, IRELAND))
                .filteredOn(registry -> store.registry(registry).begun().isPresent())
                .hasSize(1);
        hurried.look();
        assertThat(List.of(WEST, IRELAND))
                .allMatch(registry -> store.registry(registry).begun().isPresent());
    }

    @Test
    void threeHundredRepositoriesAreReadWithoutAFailureWhileAwsThrottles() {
        IntStream.range(0, 300).forEach(i -> ecr.addRepository(SeedRegistry.west("many/no" + i), Map.of()));
        ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, new EverySixthThrottled());
        bench.crawl();
        assertThat(index.coverage().whole()).isTrue();
        assertThat(index.coverage().parts())
                .flatExtracting(Coverage.Part::troubles)
                .isEmpty();
        assertThat(index.repositories()).hasSize(314);
    }

    private long calls(ApiOperation operation) {
        return ecr.traffic().calls().stream()
                .filter(call -> call.operation() == operation)
                .count();
    }

    private record DeniedFor(String part) implements Fault {
        @Override
        public void before(ApiCall call) {
            if (call.resource().contains(part)) {
                Fault.deny().before(call);
            }
        }
    }

    private static final class EverySixthThrottled implements Fault {
        private int calls;

        @Override
        public synchronized void before(ApiCall call) {
            calls++;
            if (calls % 6 == 0) {
                Fault.throttle().before(call);
            }
        }
    }
}
