package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine's clock jumps ahead while requests are in every state, and back again. */
final class ClockJumpsTest {
    private static final int ROUNDS = 3;

    @ParameterizedTest
    @CsvSource({"PT1H, ACTIVE, PENDING, APPLIED", "P400D, ENDED, EXPIRED, APPLIED"})
    void whatIsDueComesOnceAndNothingIsLost(
            Duration jump, Grant.State grantThen, RequestState waitingThen, RequestState approvedThen) {
        try (var bench = new DeskBench()) {
            Request given = bench.applied("grant pull payments/api sales ci-deployer for 2h");
            Request forGood = bench.applied("grant pull payments/api sales nightly-build");
            Request waiting = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer");
            Request approved = bench.approved("grant pull payments/api sales role2-1");

            for (Duration by : new Duration[] {jump, jump.negated()}) {
                bench.clock.advance(by);
                for (int round = 0; round < ROUNDS; round++) {
                    bench.sweep();
                    bench.clock.advance(Duration.ofMinutes(3));
                }
                assertThat(bench.grant(given).state()).isEqualTo(grantThen);
                assertThat(bench.policy("payments/api").contains("ci-deployer"))
                        .isEqualTo(grantThen == Grant.State.ACTIVE);
                assertThat(bench.events(given))
                        .filteredOn(EventKind.GRANT_ENDED::equals)
                        .hasSize(grantThen == Grant.State.ENDED ? 1 : 0);
                assertThat(bench.grant(forGood).state()).isEqualTo(Grant.State.ACTIVE);
                assertThat(bench.policy("payments/api")).contains("nightly-build");
                assertThat(bench.now(waiting).stage().state()).isEqualTo(waitingThen);
                assertThat(bench.now(approved).stage().state()).isEqualTo(approvedThen);
                assertThat((long) bench.ledger.transact(books -> books.outbox().waiting()))
                        .isZero();
            }
            bench.applied("grant push payments/api sales role2-1 for 2h");
        }
    }
}
