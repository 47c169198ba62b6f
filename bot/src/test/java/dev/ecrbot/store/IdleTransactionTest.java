package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.database.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that is stopped in the middle of a transaction keeps nothing from the others for good. */
@Tag("process")
final class IdleTransactionTest {
    private static final Patience SHORT = new Patience(
            Patience.REAL.connection(),
            Patience.REAL.login(),
            Patience.REAL.opening(),
            LongestWait.TIME,
            LongestWait.TIME,
            Duration.ofMillis(200));

    private final CountDownLatch locked = new CountDownLatch(1);
    private final CountDownLatch resumed = new CountDownLatch(1);

    @Test
    void losesItsRows() throws Exception {
        String url = TestPostgres.migratedDatabase();
        try (StoreLedger stopped = StoreLedger.open(url, Optional.empty(), SHORT);
                StoreLedger other = StoreLedger.open(url, Optional.empty(), SHORT)) {
            Request request = Samples.pending();
            other.record(books -> books.requests().add(request, "key"));
            var transaction = CompletableFuture.supplyAsync(() -> stopsInside(stopped, request.id()));
            await(locked);

            assertThat(lock(other, request.id())).hasValue(request);

            resumed.countDown();
            assertThatThrownBy(() -> transaction.get(LongestWait.SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ProblemException.class);
            assertThat(lock(stopped, request.id())).as("it goes on").hasValue(request);
        }
    }

    @Test
    void keepsItsPolicysLock() throws Exception {
        String url = TestPostgres.migratedDatabase();
        try (StoreLedger stopped = StoreLedger.open(url, Optional.empty(), SHORT);
                StoreLedger other = StoreLedger.open(
                        url,
                        Optional.empty(),
                        SHORT.waitingForPolicies(SHORT.idle().multipliedBy(5)))) {
            var holder = Samples.repository("payments/api");
            var work = CompletableFuture.supplyAsync(() -> stopped.exclusively(holder, () -> {
                locked.countDown();
                await(resumed);
                return true;
            }));
            await(locked);

            assertThatThrownBy(() -> other.exclusively(holder, () -> true)).isInstanceOf(ProblemException.class);

            resumed.countDown();
            assertThat(work.get(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Optional<Request> stopsInside(Ledger ledger, RequestId id) {
        return ledger.transact(books -> {
            books.requests().lock(id);
            locked.countDown();
            await(resumed);
            return books.requests().find(id);
        });
    }

    private static Optional<Request> lock(Ledger ledger, RequestId id) {
        return ledger.transact(books -> books.requests().lock(id));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LongestWait.SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
