package dev.ecrbot.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for the whole JVM, started by whoever needs it first, with a database for each who asks. */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Makes a new, empty database and returns its JDBC URL, user included. */
    public static String freshDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Runs a statement as the server's administrator. */
    public static void administer(String sql) {
        try (var connection = DriverManager.getConnection(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
