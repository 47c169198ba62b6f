package dev.ecrbot.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fleet is read as a whole, again and again, and what is known is kept. */
final class CrawlTest {
    private static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final RegionalRegistry IRELAND = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.IRELAND);
    private static final Repository MIXED = SeedRegistry.west("legacy/mixed");
    private static final Duration REFRESH = Duration.ofHours(6);
    private static final String SOMEBODY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"}}]}""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final EcrModel ecr = SeedRegistry.model(clock);
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    private final IndexStore store = ledger.index();
    private final FleetIndex index = new FleetIndex(store, List.of(WEST, IRELAND), clock);
    private final Crawler crawler =
            new Crawler(new ModelFleet(ecr, 5), store, List.of(WEST, IRELAND), REFRESH, 1_000, clock);

    @AfterEach
    void close() {
        ledger.close();
    }

    private void crawl() {
        assertThat(crawler.look()).isTrue();
        index.refresh();
    }

    @Test
    void hasEverythingThatIsThere() {
        ecr.setPolicy(WEST, SOMEBODY.replace("\"Action\"", "\"Resource\":\"*\",\"Action\""));
        var template = new CreationTemplate("team", Set.of("CREATE_ON_PUSH"), PolicyDocument.parse(SOMEBODY));
        ecr.addTemplate(Place.of(WEST), template);
        ecr.addPullThroughRule(Place.of(IRELAND), new PullThroughRule("hub", "registry-1.docker.io", Optional.empty()));
        assertThat(index.coverage().whole()).isFalse();

        crawl();

        assertThat(index.repositories())
                .extracting(IndexedRepository::repository)
                .isEqualTo(ecr.repositories());
        assertThat(index.repositories())
                .allSatisfy(one -> assertThat(one.policy().document().sameAs(live(one.repository())))
                        .isTrue());
        assertThat(index.facts(WEST).policy().statements()).hasSize(1);
        assertThat(index.facts(WEST).templates()).containsExactly(template);
        assertThat(index.facts(IRELAND).pullThroughRules()).hasSize(1);
        assertThat(index.coverage().whole()).isTrue();
        assertThat(index.coverage().oldest()).contains(clock.instant());
    }

    @Test
    void comesAgainOnlyWhenItIsDueAndSeesWhatHasChanged() {
        crawl();
        int calls = ecr.traffic().calls().size();
        Repository api = SeedRegistry.west("payments/api");
        ecr.setPolicy(api, SOMEBODY);
        ecr.deleteRepository(MIXED);
        Repository newborn = SeedRegistry.west("new/born");
        ecr.addRepository(newborn, Map.of());
        clock.advance(REFRESH.minusSeconds(1));
        crawl();
        assertThat(ecr.traffic().calls()).hasSize(calls);
        clock.advance(Duration.ofSeconds(1));
        crawl();

        assertThat(index.find(MIXED)).isEmpty();
        assertThat(index.find(newborn)).isPresent();
        assertThat(index.find(api).orElseThrow().policy().document().sameAs(live(api)))
                .isTrue();
        assertThat(index.changesSince(Instant.EPOCH, 0, 100)).singleElement().satisfies(change -> {
            assertThat(change.holder()).isEqualTo(api);
            assertThat(change.before().isEmpty()).isTrue();
            assertThat(change.after().sameAs(live(api))).isTrue();
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
        crawl();
        assertThat(index.repositories()).hasSize(ecr.repositories().size());
        assertThat(calls(ApiOperation.GET_REPOSITORY_POLICY) - asked)
                .isEqualTo(ecr.repositories().size() - read);
    }

    @Test
    void keepsTheOldFactsWhereItMeetsErrorsAndSaysWhich() {
        crawl();
        PolicyDocument before = live(MIXED);
        ecr.setPolicy(MIXED, SOMEBODY);
        clock.advance(REFRESH);
        ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, new DeniedFor("legacy/mixed"));
        ecr.traffic().fault(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, 1, Fault.deny());
        crawl();

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
        crawl();
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
    void whatThisProcessReadsIsInItAtOnceAndInTheStoreSoonAfter() {
        crawl();
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
        crawl();
        clock.advance(REFRESH.plusMinutes(1));
        index.seen(MIXED, live(MIXED), clock.instant());
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
        crawl();
        index.seen(MIXED, PolicyDocument.empty(), before);
        assertThat(index.find(MIXED).orElseThrow().policy().text()).isNotEmpty();
    }

    @Test
    void threeHundredRepositoriesAreReadWithoutAFailureWhileAwsThrottles() {
        IntStream.range(0, 300).forEach(i -> ecr.addRepository(SeedRegistry.west("many/no" + i), Map.of()));
        ecr.traffic().always(ApiOperation.GET_REPOSITORY_POLICY, new EverySixthThrottled());
        crawl();
        assertThat(index.coverage().whole()).isTrue();
        assertThat(index.coverage().parts())
                .flatExtracting(Coverage.Part::troubles)
                .isEmpty();
        assertThat(index.repositories()).hasSize(314);
    }

    private PolicyDocument live(PolicyHolder holder) {
        return ecr.policy(holder).map(PolicyDocument::parse).orElse(PolicyDocument.empty());
    }

    private long calls(ApiOperation operation) {
        return ecr.traffic().calls().stream()
                .filter(call -> call.operation() == operation)
                .count();
    }

    /** Ends the crawl once it has kept something. */
    private record StoreThatInterrupts(IndexStore store) implements InvocationHandler {
        IndexStore proxy() {
            return (IndexStore)
                    Proxy.newProxyInstance(IndexStore.class.getClassLoader(), new Class<?>[] {IndexStore.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = method.invoke(store, arguments);
            if (method.getName().equals("read")) {
                Thread.currentThread().interrupt();
            }
            return result;
        }
    }

    /** Answers so many times, and then not any more. */
    private static final class FleetThatStops implements FleetReader {
        private final FleetReader reader;
        private final Semaphore left;

        FleetThatStops(EcrModel ecr, int times) {
            this.reader = new ModelFleet(ecr, 5);
            this.left = new Semaphore(times);
        }

        @Override
        public PolicyDocument policy(PolicyHolder holder) {
            if (holder instanceof Repository) {
                try {
                    left.acquire();
                } catch (InterruptedException e) {
                    throw new ProblemException(new Problem(Code.STOPPING, "It is stopping.", "Start it again."), e);
                }
            }
            return reader.policy(holder);
        }

        @Override
        public Listing list(RegionalRegistry registry, Optional<String> token) {
            return reader.list(registry, token);
        }

        @Override
        public Map<String, String> tags(Repository repository) {
            return reader.tags(repository);
        }

        @Override
        public boolean decidesOnImages(RegionalRegistry registry) {
            return reader.decidesOnImages(registry);
        }

        @Override
        public List<CreationTemplate> templates(RegionalRegistry registry) {
            return reader.templates(registry);
        }

        @Override
        public List<PullThroughRule> pullThroughRules(RegionalRegistry registry) {
            return reader.pullThroughRules(registry);
        }

        @Override
        public List<ReplicationRule> replication(RegionalRegistry registry) {
            return reader.replication(registry);
        }
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
