package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.BenchConfig;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store that knows nothing any more, beside policies that the bot wrote. */
final class AdoptionTest {

    @Test
    void recordsAllThatStandsThereOnceAndSaysSo() {
        try (var bench = new DeskBench();
                var empty = StoreLedger.open(MigratedH2.fresh(), Optional.empty())) {
            Request timed = bench.applied("grant pull payments/api sales ci-deployer for 7d");
            bench.applied("grant push payments/worker sales");
            bench.applied("grant pull payments/* sales ci-deployer for 30d");

            assertThat(adopt(bench, empty))
                    .contains("pull on payments/api (central, us-west-2) for arn:aws:iam::222222222222:role/ci-deployer"
                            + " until "
                            + timed.change().end().orElseThrow())
                    .contains("push on payments/worker (central, us-west-2) for arn:aws:iam::222222222222:root without"
                            + " an end")
                    .contains("pull on payments/* (central, us-west-2) for ")
                    .contains("3 recorded");
            assertThat(adopt(bench, empty)).startsWith("0 recorded");
        }
    }

    private static String adopt(DeskBench bench, StoreLedger ledger) {
        var out = new StringWriter();
        boolean whole = new Adoption(
                        ledger, new ModelPolicies(bench.ecr), BenchConfig.patient(), bench.clock, new PrintWriter(out))
                .run();
        assertThat(whole).isTrue();
        return out.toString();
    }
}
