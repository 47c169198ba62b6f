package dev.ecrbot.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.IndexStore;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.chain.EventChain;
import dev.ecrbot.store.database.Connections;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.store.database.Database;
import dev.ecrbot.store.database.DatabaseProbe;
import dev.ecrbot.store.database.Failures;
import dev.ecrbot.store.database.H2Backup;
import dev.ecrbot.store.database.Migrations;
import dev.ecrbot.store.database.Patience;
import dev.ecrbot.store.database.Pools;
import dev.ecrbot.store.database.Watermark;
import dev.ecrbot.time.Tempo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The ledger in an SQL database: H2 within the process, or PostgreSQL, which several replicas can share. Thread-safe. */
public final class StoreLedger implements Ledger, AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final Duration PROBE_WRITE = Duration.ofSeconds(10);

    private final Database database;
    private final Optional<Watermark> watermark;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final RepositoryLocks locks;
    private final DatabaseProbe probe;
    private final SetAside aside = new SetAside();
    private final TextCache texts = new TextCache();
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);

    private StoreLedger(
            Database database, Optional<Watermark> watermark, HikariDataSource pool, RepositoryLocks locks) {
        this.database = database;
        this.watermark = watermark;
        this.pool = pool;
        this.jdbi = StoreJdbi.on(pool);
        this.locks = locks;
        this.probe = new DatabaseProbe(jdbi, PROBE_WRITE);
    }

    /**
     * Opens the database, makes it where it is a file that isn't there, and brings its tables to this version's form.
     *
     * @param url a JDBC URL of H2 or PostgreSQL
     * @param credentials empty where the URL tells them or none are needed
     * @throws ProblemException if the database can't be used, or is a file that is damaged, going by its mark or its tables; its text names no secret
     */
    public static StoreLedger open(String url, Optional<Credentials> credentials) {
        return open(url, credentials, Patience.REAL);
    }

    static StoreLedger open(String url, Optional<Credentials> credentials, Patience patience) {
        Database database = Database.of(url, credentials, patience);
        try {
            Optional<Watermark> watermark = database.watermark();
            watermark.ifPresent(Watermark::checkFile);
            boolean begun = database.isThere();
            HikariDataSource pool = Pools.open(database, "main", CONNECTIONS, patience.ofRows(), patience);
            try {
                Migrations.run(database, begun, pool);
                watermark.ifPresent(mark -> mark.begin(pool));
                var locks = Pools.open(database, "locks", RepositoryLocks.PLACES, patience.ofPolicies(), patience);
                return new StoreLedger(database, watermark, pool, new RepositoryLocks(locks, patience.policy()));
            } catch (RuntimeException | Error e) {
                pool.close();
                throw e;
            }
        } catch (JdbiException | FlywayException | PoolInitializationException | UncheckedIOException e) {
            throw Failures.unopened(database.name(), e);
        }
    }

    /** Returns the chain of hashes over the events. */
    public EventChain chain() {
        return new EventChain(jdbi);
    }

    /** Returns the hashes of kept texts of policies that were altered. What isn't kept any more isn't among them. */
    public List<String> alteredTexts() {
        return inTransaction(PolicyTexts::altered);
    }

    /**
     * Copies the embedded database, while it is used, into a zip file: with all that was committed before.
     *
     * @throws IOException if it can't be written whole
     * @throws ProblemException if the database can't be used
     */
    public void backUp(Path zip) throws IOException {
        H2Backup.write(jdbi, zip);
    }

    /**
     * Returns what gives some of the room back that an embedded database doesn't need any more, while it is used; empty if the
     * database sees to that itself.
     */
    public Optional<Runnable> compaction() {
        return database.compaction().map(some -> () -> some.accept(jdbi));
    }

    /** Returns where the index is kept, in the same database. */
    public IndexStore index() {
        return new SqlIndex(new SqlIndex.Transactions() {
            @Override
            public <T> T run(Function<Statements, T> work) {
                return inTransaction(handle -> work.apply(new Statements(handle, aside, texts)));
            }
        });
    }

    @Override
    public <T> T transact(Function<LedgerTransaction, T> work) {
        Done<T> done = inTransaction(handle -> {
            var books = new SqlTransaction(handle, aside, texts);
            T result = work.apply(books);
            locks.confirm();
            return new Done<>(result, books.events().added());
        });
        watermark.ifPresent(mark -> mark.rise(done.events()));
        return done.result();
    }

    /** What a transaction gave, and how many events it added. */
    private record Done<T>(T result, int events) {}

    private <T> T inTransaction(Function<Handle, T> work) {
        if (inTransaction.get()) {
            throw new IllegalStateException("a transaction within a transaction");
        }
        inTransaction.set(true);
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            Pools.renewAfter(e, pool);
            throw Failures.unavailable(e);
        } finally {
            inTransaction.remove();
        }
    }

    @Override
    public <T> T exclusively(PolicyHolder holder, Supplier<T> work) {
        if (inTransaction.get()) {
            throw new IllegalStateException("a repository's lock within a transaction");
        }
        return locks.holding(holder, work);
    }

    /** Has these chores done from now on, shared with every other replica on this database. */
    public ChoreScheduler schedule(List<Chore> chores, Tempo tempo) {
        return schedule(chores.stream().map(chore -> chore.at(tempo)).toList(), tempo.of(ChoreScheduler.BEAT));
    }

    /** Returns a chore that nobody has begun for minutes though it was due, whichever replica should have; empty if there is none. */
    public Optional<String> late(Instant now) {
        return jdbi.withHandle(handle -> ChoreScheduler.late(handle, now));
    }

    /**
     * Returns by how much this clock is ahead of the database's, negative if it is behind: as much as is certain, however long the
     * database takes to answer.
     */
    public Duration ahead(Clock clock) {
        Instant before = clock.instant();
        Optional<Instant> there = database.time()
                .map(sql -> jdbi.withHandle(
                        handle -> handle.createQuery(sql).mapTo(Instant.class).one()));
        Instant after = clock.instant();
        return there.map(time -> {
                    if (time.isBefore(before)) {
                        return Duration.between(time, before);
                    }
                    return time.isAfter(after) ? Duration.between(time, after) : Duration.ZERO;
                })
                .orElse(Duration.ZERO);
    }

    /** Returns whether no other process of the bot is connected with the database. */
    public boolean isAlone() {
        return jdbi.withHandle(handle -> handle.createQuery(database.othersCounted())
                .mapTo(Long.class)
                .one()
                .equals(0L));
    }

    /** Returns the connections that this process holds for everything but locks and chores' book-keeping. */
    public Connections connections() {
        return Connections.of(pool);
    }

    /** Returns what all statements but those of locks and chores go through. */
    Jdbi statements() {
        return jdbi;
    }

    ChoreScheduler schedule(List<Chore> chores, Duration beat) {
        return ChoreScheduler.start(pool, database.dialect(), chores, beat);
    }

    @Override
    public Optional<String> trouble() {
        return probe.trouble();
    }

    @Override
    public SetAside aside() {
        return aside;
    }

    @Override
    public void close() {
        probe.close();
        locks.close();
        pool.close();
        watermark.ifPresent(Watermark::close);
    }
}
