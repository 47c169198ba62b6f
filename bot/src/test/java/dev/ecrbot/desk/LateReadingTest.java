package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The registry's own policy is read while the repository's is, and may come later. */
final class LateReadingTest {
    private static final String FOREIGN = """
            {"Version":"2012-10-17","Statement":[{"Sid":"byHand","Effect":"Allow",
             "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""";

    @Test
    void whatOthersWriteWhileTheRegistrysIsWaitedForIsPlannedOn() {
        try (var bench = new DeskBench()) {
            Request asked = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d");
            var read = new CountDownLatch(1);
            Executor late = registrys -> new Thread(() -> {
                        awaitDown(read);
                        bench.ecr.setPolicy(asked.change().target().holder(), FOREIGN);
                        bench.clock.advance(Duration.ofSeconds(1));
                        registrys.run();
                    })
                    .start();
            var live = Live.of(
                    bench.ledger,
                    new ModelPolicies(bench.ecr),
                    (holder, policy, when) -> {
                        if (holder instanceof Repository) {
                            read.countDown();
                        }
                    },
                    late,
                    DeskBench.config(DeskBench.RULES),
                    bench.clock);
            assertThat(live.planning().draft(asked.change()).live()).isEqualTo(PolicyDocument.parse(FOREIGN));
        }
    }

    private static void awaitDown(CountDownLatch latch) {
        try {
            assertThat(latch.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
