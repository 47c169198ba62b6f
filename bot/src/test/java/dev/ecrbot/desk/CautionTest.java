package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in no policy is shown to those who decide, and changes nothing of what they decide on. */
final class CautionTest {
    private final DeskBench bench = new DeskBench(DeskBench.RULES, """
            production:
              tag: env
              values: [prod, production]
            """);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAccountIsNewUntilSomethingWasGivenToItInThatRegistry() {
        Request first = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d");
        assertThat(kinds(first)).containsExactly(Warning.Kind.FIRST_FOR_ACCOUNT);
        bench.approves(DeskBench.AMIR, first);
        bench.work();

        assertThat(kinds(bench.asks(DeskBench.RITA, "grant pull payments/worker sales nightly-build for 7d")))
                .isEmpty();
        assertThat(kinds(bench.asks(DeskBench.RITA, "grant pull payments/worker finance etl-runner for 7d")))
                .containsExactly(Warning.Kind.FIRST_FOR_ACCOUNT);
        assertThat(kinds(bench.asks(DeskBench.RITA, "revoke all legacy/mixed 444444444444 etl-runner")))
                .doesNotContain(Warning.Kind.FIRST_FOR_ACCOUNT);
    }

    @Test
    void aRepositoryOfProductionIsMarkedByItsTagAndTheRequestIsAppliedAsShown() {
        bench.ecr.addRepository(SeedRegistry.west("payments/api"), Map.of("env", "prod"));
        bench.ecr.addRepository(SeedRegistry.west("payments/worker"), Map.of("env", "test"));
        Request asked = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer for 7d");
        assertThat(asked.revision().plan().warnings())
                .extracting(Warning::text)
                .contains("The repository's tag env was prod when this was asked for.");
        assertThat(kinds(bench.asks(DeskBench.RITA, "grant pull payments/worker sales ci-deployer for 7d")))
                .doesNotContain(Warning.Kind.PRODUCTION);

        bench.ecr.addRepository(SeedRegistry.west("payments/api"), Map.of());
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
    }

    private static List<Warning.Kind> kinds(Request request) {
        return request.revision().plan().warnings().stream().map(Warning::kind).toList();
    }
}
