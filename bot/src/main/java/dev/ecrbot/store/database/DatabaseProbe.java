package dev.ecrbot.store.database;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Asks the database whether it answers, and now and then whether it takes writes: one on a full or read-only disk answers still. On
 * a thread of its own, since a hanging database must not hang who asks. Thread-safe.
 */
public final class DatabaseProbe implements AutoCloseable {
    private final Jdbi jdbi;
    private final Duration writeEvery;
    private final ExecutorService thread;
    // Of the last write that succeeded; only the thread looks at it.
    private Optional<Long> written = Optional.empty();
    private CompletableFuture<Optional<String>> running =
            CompletableFuture.completedFuture(Optional.of(StoreWords.slow()));

    /**
     * @param writeEvery for how long a write that succeeded is taken for an answer; after a failure the next question is a write
     */
    public DatabaseProbe(Jdbi jdbi, Duration writeEvery) {
        this.jdbi = jdbi;
        this.writeEvery = writeEvery;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, "ecr-bot-store-probe");
            made.setDaemon(true);
            return made;
        });
    }

    /** Returns whether the database answers within a second. */
    public boolean answers() {
        return trouble().isEmpty();
    }

    /** Returns what is wrong with the database, in a few words; empty if it answers within a second. */
    public Optional<String> trouble() {
        try {
            return ask().copy()
                    .completeOnTimeout(Optional.of(StoreWords.slow()), 1, TimeUnit.SECONDS)
                    .join();
        } catch (RejectedExecutionException closed) {
            return Optional.of(StoreWords.closed());
        }
    }

    private synchronized CompletableFuture<Optional<String>> ask() {
        if (running.isDone()) {
            running = CompletableFuture.supplyAsync(this::tried, thread);
        }
        return running;
    }

    private Optional<String> tried() {
        boolean recently = written.filter(then -> System.nanoTime() - then < writeEvery.toNanos())
                .isPresent();
        written = recently ? written : Optional.empty();
        try {
            boolean fine = jdbi.withHandle(handle -> recently ? reads(handle) : writes(handle));
            return fine ? Optional.empty() : Optional.of(StoreWords.lacksRow());
        } catch (JdbiException e) {
            written = Optional.empty();
            return Optional.of(Failures.inShort(e));
        }
    }

    private static boolean reads(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM probe WHERE id = 1")
                .mapTo(Long.class)
                .one()
                .equals(1L);
    }

    private boolean writes(Handle handle) {
        boolean done = handle.execute("UPDATE probe SET written_at = CURRENT_TIMESTAMP WHERE id = 1") == 1;
        written = Optional.of(System.nanoTime()).filter(now -> done);
        return done;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
