package dev.ecrbot.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Asks the database whether it answers, on a thread of its own: a hanging database must not hang who asks. Thread-safe. */
final class Probe implements AutoCloseable {
    private final Jdbi jdbi;
    private final ExecutorService thread;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

    Probe(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, "ecr-bot-store-probe");
            made.setDaemon(true);
            return made;
        });
    }

    /** Returns whether the database answers within a second. */
    boolean answers() {
        try {
            return ask().copy().completeOnTimeout(false, 1, TimeUnit.SECONDS).join();
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> ask() {
        if (running.isDone()) {
            running = CompletableFuture.supplyAsync(this::select, thread);
        }
        return running;
    }

    private boolean select() {
        try {
            return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM repository_lock WHERE 1 = 0")
                    .mapTo(Long.class)
                    .one()
                    .equals(0L));
        } catch (JdbiException e) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
