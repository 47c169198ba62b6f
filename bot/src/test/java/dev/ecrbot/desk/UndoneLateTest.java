package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An undo is approved when the grant's end has passed, nobody has ended it yet, and others have changed the policy. */
final class UndoneLateTest {
    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theStatementThatMeansNothingAnyMoreIsNotTakenForUndone() {
        Request grant = bench.done("grant pull payments/api sales ci-deployer for 2h");
        Request undo = bench.asks(DeskBench.BEN, "undo " + grant.id());
        ForeignPen.deny(
                bench.ecr,
                SeedRegistry.west("payments/api"),
                SeedRegistry.role(SeedRegistry.SALES, "nightly-build"),
                "by hand");
        bench.clock.advance(Duration.ofHours(3));

        bench.approves(DeskBench.AMIR, undo);
        bench.work();

        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.now(undo).stage().problem()).map(Problem::code).contains(Code.POLICY_CHANGED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);

        Sweep.once(bench.staff());
        bench.work();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain("ci-deployer");
    }
}
