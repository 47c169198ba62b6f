package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.slack.Eventually;
import dev.ecrbot.time.Tempo;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BackgroundThreadsTest {

    @Test
    void anErrorStopsNoThread() {
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        try (var bench = new DeskBench();
                var threads = new BackgroundThreads(new Tempo(10), failed::add)) {
            var errors = new AtomicInteger();
            // More than there are postmen: one that ends at an error would be missed.
            bench.mailbox.trouble(message -> {
                if (errors.incrementAndGet() <= 6) {
                    throw new OutOfMemoryError("simulated");
                }
                return Optional.empty();
            });
            assertThat(bench.types(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d"))
                    .isInstanceOf(Answer.Filed.class);

            threads.start(bench.staff);

            Eventually.is(
                    () -> bench.ledger.<Long>transact(
                                    transaction -> transaction.outbox().waiting())
                            == 0,
                    () -> errors + " tries");
            assertThat(errors).hasValueGreaterThan(6);
            // Each is told of after it was thrown, by a thread of its own.
            Eventually.is(() -> failed.size() == 6, failed::toString);
            assertThat(failed).containsOnly("deliver");
            assertThat(threads.trouble()).isEmpty();
        }
    }
}
