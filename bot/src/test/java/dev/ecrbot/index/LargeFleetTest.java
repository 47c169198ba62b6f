package dev.ecrbot.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.CallLimit;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LargeFleet;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three hundred repositories in three registries, at an AWS that throttles; the bench reads ten thousand. */
final class LargeFleetTest {
    private static final int REPOSITORIES = 300;

    @Test
    void isReadWholeThoughAwsThrottlesAndNothingIsMissed() {
        Clock clock = Clock.systemUTC();
        EcrModel ecr = LargeFleet.of(REPOSITORIES, 20261122, clock);
        CallLimit limit = CallLimit.on(ecr, 400);
        try (StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty())) {
            var index = new FleetIndex(ledger.index(), LargeFleet.REGISTRIES, clock);
            // It begins faster than AWS lets it go on.
            var crawler = new Crawler(
                    new ModelFleet(ecr, 50), ledger.index(), LargeFleet.REGISTRIES, Duration.ofHours(6), 2_000, clock);
            assertThat(crawler.look()).isTrue();
            index.refresh();
            assertThat(limit.throttled()).isPositive();
            assertThat(index.coverage().whole()).isTrue();
            assertThat(index.coverage().parts())
                    .flatExtracting(Coverage.Part::troubles)
                    .isEmpty();
            List<Repository> all = ecr.repositories();
            assertThat(index.repositories())
                    .extracting(IndexedRepository::repository)
                    .isEqualTo(all);
            assertThat(index.repositories())
                    .allMatch(one -> one.policy()
                            .document()
                            .sameAs(PolicyDocument.parse(
                                    ecr.policy(one.repository()).orElseThrow())));
        }
    }
}
