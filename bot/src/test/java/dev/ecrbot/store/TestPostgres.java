package dev.ecrbot.store;

import dev.ecrbot.LongestWait;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for the whole JVM, started by whoever needs it first, with a database for each who asks. */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Makes a new, empty database and returns its JDBC URL, user included. */
    public static String freshDatabase() {
        return database("");
    }

    /** As the other, with the tables in it: the migrations run once for the whole JVM, and what they made is copied. */
    public static String migratedDatabase() {
        return database(" TEMPLATE " + Migrated.NAME);
    }

    private static String database(String made) {
        String name = "test" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name + made);
        return url(name);
    }

    private static String url(String name) {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Runs a statement as the server's administrator. */
    public static void administer(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every connection with the database that this URL tells. */
    public static void endConnections(String url) {
        administer("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Ends the transactions that stand idle but for policies' locks, as the server does after a while. */
    public static void endIdleTransactions(String url) {
        administer("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + name(url)
                + "' AND state = 'idle in transaction' AND query NOT LIKE '%repository_lock%' AND query <> 'SELECT 1'");
    }

    /** Lets every transaction of the database only read from now on, or write again, as after a fail-over to a copy; ends all connections. */
    public static void readOnly(String url, boolean on) {
        administer("ALTER DATABASE " + name(url) + " SET default_transaction_read_only = " + (on ? "on" : "off"));
        endConnections(url);
    }

    private static String name(String url) {
        return url.replaceFirst(".*/(test\\d+).*", "$1");
    }

    /** Waits until somebody waits for a lock in the database. */
    public static void awaitLockWait(String name) {
        await(name, "wait_event_type = 'Lock'", "nobody waits for a lock");
    }

    /** Waits until somebody has a policy's lock in the database. */
    public static void awaitLockHeld(String name) {
        await(
                name,
                "state = 'idle in transaction' AND (query LIKE '%repository_lock%FOR UPDATE%' OR query = 'SELECT 1')",
                "nobody has a policy's lock");
    }

    private static void await(String name, String what, String otherwise) {
        String count = "SELECT COUNT(*) FROM pg_stat_activity WHERE " + what + " AND datname = '" + name + "'";
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            boolean found = false;
            while (!found) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(otherwise + " in " + name);
                }
                try (var counted = statement.executeQuery(count)) {
                    counted.next();
                    found = counted.getLong(1) > 0;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Held apart, so that nothing starts before it is needed; stops with the JVM. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(LongestWait.TIME)
                        .setServerConfig("max_connections", "300")
                        // What is in it has to outlive nothing but a process.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Held apart as well. Nobody else connects to it, since it can't be copied then. */
    private static final class Migrated {
        private static final String NAME = made();

        private static String made() {
            String name = "migrated";
            administer("CREATE DATABASE " + name);
            StoreLedger.open(url(name), Optional.empty()).close();
            return name;
        }
    }
}
