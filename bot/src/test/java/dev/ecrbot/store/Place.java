package dev.ecrbot.store;

import dev.ecrbot.store.database.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A database for tests, and a ledger open on it. Closing it closes every ledger opened on it. */
final class Place implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "bundle_member",
            "bundle",
            "approval",
            "card",
            "grant_",
            "request",
            "write_",
            "event",
            "outbox",
            "repository_lock",
            "index_registry",
            "index_repository",
            "index_change",
            "policy_use",
            "policy_text",
            "configuration",
            "announcement",
            "known_fault",
            "forwarded");
    private static final String H2_SESSIONS = "SELECT ABORT_SESSION(session_id) FROM information_schema.sessions "
            + "WHERE session_id <> SESSION_ID() AND ";
    private static final String POSTGRES_SESSIONS = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
            + "WHERE datname = current_database() AND pid <> pg_backend_pid() AND ";

    private final String url;
    private final String direct;
    private final String abortTransactions;
    private final String abortEverything;
    private final Path mark;
    private final List<StoreLedger> opened = new ArrayList<>();
    private final StoreLedger ledger;

    private Place(String url, String direct, String abortTransactions, String abortEverything) {
        this(url, direct, abortTransactions, abortEverything, Path.of("no.mark"));
    }

    private Place(String url, String direct, String abortTransactions, String abortEverything, Path mark) {
        this.mark = mark;
        this.url = url;
        this.direct = direct;
        this.abortTransactions = abortTransactions;
        this.abortEverything = abortEverything;
        this.ledger = another(Duration.ofSeconds(20));
    }

    static Place h2InMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        // What is in memory has to outlive its last connection here, and would not outlive a shutdown.
        return new Place(
                url, url + ";USER=sa;DB_CLOSE_DELAY=-1", H2_SESSIONS + "contains_uncommitted", H2_SESSIONS + "TRUE");
    }

    static Place h2File(Path directory) {
        String file = directory.resolve("ledger").toString();
        return new Place(
                "jdbc:h2:file:" + file,
                "jdbc:h2:file:async:" + file + ";USER=sa",
                H2_SESSIONS + "contains_uncommitted",
                "SHUTDOWN IMMEDIATELY",
                directory.resolve("ledger.mark"));
    }

    static Place postgres() {
        String url = TestPostgres.freshDatabase();
        return new Place(
                url, url, POSTGRES_SESSIONS + "state = 'idle in transaction'", POSTGRES_SESSIONS + "state IS NOT NULL");
    }

    StoreLedger ledger() {
        return ledger;
    }

    /** Opens one more ledger on the same database, as another replica would. */
    StoreLedger another(Duration repositoryLock) {
        StoreLedger another = StoreLedger.open(url, Optional.empty(), Patience.REAL.waitingForPolicies(repositoryLock));
        opened.add(another);
        return another;
    }

    void wipe() {
        run(TABLES.stream().map(table -> "DELETE FROM " + table).toList());
        try {
            // It says how many events there were, and a ledger opened beside the first one goes by that.
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection that has a transaction open, as the death of its process would. */
    void abortTransactions() {
        run(List.of(abortTransactions));
    }

    /** Ends every connection there is, as a restart of the database would; what is committed stays. */
    void abortEverything() {
        run(List.of(abortEverything));
    }

    /** Runs a statement beside the ledgers. */
    void run(String statement) {
        run(List.of(statement));
    }

    private void run(List<String> statements) {
        try (var connection = DriverManager.getConnection(direct);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        opened.forEach(StoreLedger::close);
    }
}
