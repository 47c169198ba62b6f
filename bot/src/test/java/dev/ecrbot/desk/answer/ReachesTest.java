package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LargeFleet;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of who reaches what is what evaluating the policies says. */
final class ReachesTest {
    private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final EcrModel ecr = LargeFleet.of(30, 7, clock);
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());
    private final FleetIndex index = new FleetIndex(ledger.index(), LargeFleet.REGISTRIES, clock);
    private final FleetSights sights = new FleetSights(index, DeskBench.config(DeskBench.RULES), clock);
    private final Reaches reaches = new Reaches(index, sights, StandardAccess.CATALOGUE, clock);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void rolesThatAreNamedAndRolesThatAreNotHaveWhatThePoliciesSay() {
        crawl();
        for (int account = 0; account < 6; account++) {
            for (String name : List.of("deployer-of-team-1", "deployer-of-team-11", "somebody-else")) {
                check(new Principal.Role(Partition.AWS, LargeFleet.account(account), "/ci/", name));
                check(new Principal.Role(Partition.AWS, LargeFleet.account(account), "/", name));
            }
        }
    }

    @Test
    void whatWasWorkedOutBeforehandIsTheSame() {
        crawl();
        reaches.prepare();
        for (int account = 0; account < 6; account++) {
            for (String name : List.of("deployer-of-team-1", "deployer-of-team-11", "somebody-else")) {
                check(new Principal.Role(Partition.AWS, LargeFleet.account(account), "/ci/", name));
            }
        }
    }

    @Test
    void aNameThatIsWrittenWithEscapesIsFound() {
        ecr.setPolicy(ecr.repositories().get(0), """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
                "Principal":{"AWS":"arn:aws:iam::200000000000:role\\/ci\\/\\u0064eployer-of-team-1"}}]}""");
        crawl();
        var deployer = new Principal.Role(Partition.AWS, LargeFleet.account(0), "/ci/", "deployer-of-team-1");
        assertThat(reaches.of(index.repositories().get(0), deployer)).isNotEmpty();
        check(deployer);
    }

    @Test
    void whatADateEndsIsWorkedOutAgainThen() {
        var role = new Principal.Role(Partition.AWS, LargeFleet.account(0), "/ci/", "somebody-else");
        ecr.setPolicy(ecr.repositories().get(0), """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
                "Principal":{"AWS":"arn:aws:iam::200000000000:root"},
                "Condition":{"DateLessThan":{"aws:CurrentTime":"%s"}}}]}""".formatted(END));
        crawl();
        IndexedRepository one = index.repositories().get(0);
        assertThat(reaches.of(one, role)).isNotEmpty();
        clock.advance(Duration.between(clock.instant(), END));
        assertThat(reaches.of(one, role)).isEmpty();
    }

    @Test
    void whoeverAConditionSpeaksOfIsNotTakenForAnybody() {
        var ada = new Principal.Role(Partition.AWS, LargeFleet.account(0), "/ci/", "ada-the-first");
        ecr.setPolicy(ecr.repositories().get(0), """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
                "Principal":{"AWS":"arn:aws:iam::200000000000:root"},
                "Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::200000000000:role/ci/ada-*"}}}]}""");
        crawl();
        assertThat(reaches.of(index.repositories().get(0), ada)).isNotEmpty();
        check(ada);
        check(new Principal.Role(Partition.AWS, LargeFleet.account(0), "/ci/", "bob"));
    }

    private void check(Principal whom) {
        for (IndexedRepository one : index.repositories()) {
            Capability says = sights.of(one).judge(whom, StandardAccess.CATALOGUE.actions());
            boolean any = !says.allowed().isEmpty() || !says.depends().isEmpty();
            // Asked twice, it is the same.
            for (int times = 0; times < 2; times++) {
                List<Reaches.Key> kept = reaches.of(one, whom);
                assertThat(kept).as("%s on %s", whom, one.repository()).hasSize(any ? 1 : 0);
                assertThat(kept).allSatisfy(key -> {
                    assertThat(key.through()).isEqualTo(whom);
                    assertThat(key.allowed()).isEqualTo(says.allowed());
                    assertThat(key.depends()).isEqualTo(says.depends().keySet());
                    assertThat(Set.copyOf(key.keys())).isEqualTo(says.keys());
                });
            }
        }
    }

    private void crawl() {
        assertThat(new Crawler(
                                new ModelFleet(ecr),
                                ledger.index(),
                                LargeFleet.REGISTRIES,
                                Duration.ofHours(6),
                                1_000,
                                clock)
                        .look())
                .isTrue();
        index.refresh();
    }
}
