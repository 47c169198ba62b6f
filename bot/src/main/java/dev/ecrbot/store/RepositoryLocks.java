package dev.ecrbot.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.WriteProblems;
import dev.ecrbot.store.database.DatabaseFailure;
import dev.ecrbot.store.database.Failures;
import dev.ecrbot.store.database.Pools;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Row locks of policies, each held by one open transaction. Thread-safe.
 *
 * <p>The pool is their own: a lock's work needs connections for its transactions, and would never get one if waiting
 * locks had them all.
 */
final class RepositoryLocks implements AutoCloseable {
    static final int PLACES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryLocks.class);
    private static final String LOCK = """
        SELECT account FROM repository_lock
        WHERE account = :account AND region = :region AND repository = :repository
        FOR UPDATE
        """;

    private static final RowMapper<String> ACCOUNT = Row.as("repository_lock", row -> row.text("account"));

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Duration longest;
    private final Turnstile turnstile = new Turnstile(PLACES);
    private final ThreadLocal<Optional<Handle>> held = ThreadLocal.withInitial(Optional::empty);

    /** Takes the pool over; {@code longest} is how long a lock is waited for, and what its connections wait in the database. */
    RepositoryLocks(HikariDataSource pool, Duration longest) {
        this.pool = pool;
        this.jdbi = StoreJdbi.on(pool);
        this.longest = longest;
    }

    <T> T holding(PolicyHolder holder, Supplier<T> work) {
        if (held.get().isPresent()) {
            throw new IllegalStateException("a policy's lock within a policy's lock");
        }
        enter(holder);
        try {
            Handle lock = lock(holder);
            held.set(Optional.of(lock));
            try {
                return work.get();
            } finally {
                held.remove();
                free(lock, holder);
            }
        } finally {
            turnstile.leave(holder);
        }
    }

    /**
     * Fails if this thread's lock got lost with its connection. Asked before each commit of the work, so that whoever
     * lost the lock, after a fail-over or a long pause of the machine, can't record an intent and write on it.
     */
    void confirm() {
        held.get().ifPresent(lock -> lock.execute("SELECT 1"));
    }

    private void enter(PolicyHolder holder) {
        try {
            if (!turnstile.enter(holder, longest)) {
                throw busy(holder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(BotProblems.stoppingWhileWaiting(), e);
        }
    }

    private Handle lock(PolicyHolder holder) {
        try {
            Handle handle = jdbi.open();
            try {
                var statements = new Statements(handle, new TextCache());
                Values key = new Values().holder(holder);
                handle.begin();
                if (!isLocked(statements, key)) {
                    // Committed before it is locked: a row that isn't committed can't be waited for by name.
                    statements.insertIfAbsent("repository_lock", key);
                    handle.commit();
                    handle.begin();
                    isLocked(statements, key);
                }
                return handle;
            } catch (RuntimeException | Error e) {
                free(handle, holder);
                throw e;
            }
        } catch (JdbiException e) {
            Pools.renewAfter(e, pool);
            throw Failures.isLockTimeout(e) ? busy(holder) : Failures.unavailable(e);
        }
    }

    private static boolean isLocked(Statements statements, Values key) {
        return statements.first(LOCK, key, ACCOUNT).isPresent();
    }

    // The work is done or has failed by now, and its own transactions stand: a lock that got lost with its connection
    // is free already, and changes nothing about that.
    private void free(Handle lock, PolicyHolder holder) {
        try (lock) {
            lock.rollback();
        } catch (JdbiException e) {
            Pools.renewAfter(e, pool);
            LOG.warn("the connection that held the lock of {} broke", holder, DatabaseFailure.of(e));
        }
    }

    private static ProblemException busy(PolicyHolder holder) {
        return new ProblemException(WriteProblems.othersStillWrite(holder));
    }

    @Override
    public void close() {
        pool.close();
    }
}
