package dev.ecrbot.store.chain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database with events in it, as they would be there whatever the bot did, and what somebody with its password can do. */
final class Trail implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");

    final Jdbi jdbi;
    final EventChain chain;
    private final Connection held;

    Trail(String url) {
        // What is in memory only goes with the last connection.
        this.held = connection(url);
        this.jdbi = Jdbi.create(() -> connection(url));
        this.chain = new EventChain(jdbi);
    }

    private static Connection connection(String url) {
        try {
            return url.startsWith("jdbc:h2")
                    ? DriverManager.getConnection(url, "sa", "")
                    : DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records events as of then, with the next numbers. */
    void happened(int number, Instant at) {
        jdbi.useTransaction(handle -> {
            for (int i = 0; i < number; i++) {
                add(handle, "", "", at.plusMillis(i));
            }
        });
    }

    /** Records an event that got its number earlier. */
    void committedLate(long seq, Instant at) {
        jdbi.useTransaction(handle -> add(handle, "seq, ", seq + ", ", at));
    }

    /** Returns numbers that were handed out and not used, as by a transaction that was undone. */
    void skipsNumbers(int number) {
        jdbi.useHandle(handle -> {
            for (int i = 0; i < number; i++) {
                handle.begin();
                add(handle, "", "", NOW);
                handle.rollback();
            }
        });
    }

    static void add(Handle handle, String column, String value, Instant at) {
        handle.createUpdate("INSERT INTO event (" + column
                        + "kind, request, actor_team, actor_user, happened_at, details, version) "
                        + (column.isEmpty() ? "" : "OVERRIDING SYSTEM VALUE ") + "VALUES (" + value
                        + "'APPROVED', 'req-7k2m9xqa', 'T1', 'U1', :at, '{\"revision\":\"1\"}', NULL)")
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    List<Link> links() {
        return jdbi.withHandle(handle -> new ChainTables(handle).after(-1));
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
