package dev.ecrbot.desk.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Mortal;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others changed lately is known whole, however much it is, and the bot's own writes are none of it. */
final class ForeignLatelyTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final Repository WORKER = SeedRegistry.west("payments/worker");
    private static final PolicyDocument OPEN = PolicyDocument.parse("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""");

    private final DeskBench bench = new DeskBench();
    private ForeignLately lately;

    @BeforeEach
    void given() {
        bench.crawl();
        lately = new ForeignLately(bench.index, bench.ledger, Duration.ofDays(7), bench.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void changed(Repository repository, int times) {
        for (int i = 0; i < times; i++) {
            bench.clock.advance(Duration.ofSeconds(1));
            PolicyDocument now = i % 2 == 0 ? OPEN : PolicyDocument.empty();
            bench.ledger.index().read(List.of(new PolicyReading(repository, now, Map.of(), bench.clock.instant())));
        }
    }

    private ForeignLately counting(List<String> looks) {
        return new ForeignLately(
                bench.index,
                Mortal.ports(
                                new DeskAssembly.Ports(
                                        bench.ledger,
                                        new ModelPolicies(bench.ecr),
                                        bench.index,
                                        bench.people,
                                        bench.mailbox),
                                looks::add)
                        .ledger(),
                Duration.ofDays(7),
                bench.clock);
    }

    @Test
    void allOfItIsKnownAndNothingTwice() {
        changed(WORKER, 250);
        assertThat(lately.changes())
                .hasSize(250)
                .allMatch(change -> change.holder().equals(WORKER));
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(lately.changes()).hasSize(250);
        changed(WORKER, 2);
        assertThat(lately.changes()).hasSize(252);
        assertThat(lately.changes()).hasSize(252);
        bench.clock.advance(Duration.ofDays(1));
        assertThat(lately.changes()).hasSize(252);
    }

    @Test
    void whatIsNewIsLookedAtAgainEveryFewSecondsHoweverOftenIsAsked() {
        var looks = new ArrayList<String>();
        ForeignLately counted = counting(looks);
        changed(WORKER, 150);
        assertThat(counted.changes()).hasSize(150);
        looks.clear();
        assertThat(counted.changes()).hasSize(150);
        assertThat(looks).isEmpty();

        changed(API, 1);
        assertThat(counted.changes()).hasSize(151);
        assertThat(looks).as("a look at what is new alone").containsOnlyOnce("before transaction");
        looks.clear();
        bench.clock.advance(Duration.ofSeconds(11));
        assertThat(counted.changes()).hasSize(151);
        assertThat(looks).filteredOn("before transaction"::equals).hasSize(2);
    }

    @Test
    void whatIsPreparedIsNotReadAgainUntilItIsSettledOrSomebodyAsks() {
        var looks = new ArrayList<String>();
        ForeignLately counted = counting(looks);
        changed(WORKER, 150);
        counted.prepare();
        looks.clear();
        bench.clock.advance(Duration.ofMinutes(5));
        changed(API, 1);
        counted.prepare();
        assertThat(looks).filteredOn("before transaction"::equals).hasSize(1);
        assertThat(counted.changes()).hasSize(151);

        bench.clock.advance(Duration.ofMinutes(11));
        counted.prepare();
        looks.clear();
        bench.clock.advance(Duration.ofHours(1));
        counted.prepare();
        assertThat(looks).filteredOn("before transaction"::equals).isEmpty();
        assertThat(counted.changes()).hasSize(151);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        changed(WORKER, 2);
        bench.clock.advance(Duration.ofDays(6));
        changed(WORKER, 2);
        assertThat(lately.changes()).hasSize(4);
        bench.clock.advance(Duration.ofDays(2));
        assertThat(lately.changes()).hasSize(2);
    }

    @Test
    void whatTheBotDidIsNoneOfIt() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofHours(7));
        bench.crawl();
        changed(WORKER, 1);
        bench.clock.advance(Duration.ofMinutes(11));
        assertThat(lately.changes()).extracting(ForeignLately.Noticed::holder).containsExactly(WORKER);
        assertThat(bench.index.find(API)).isPresent();
    }
}
