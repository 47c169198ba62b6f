package dev.ecrbot.store;

import dev.ecrbot.FreePort;
import dev.ecrbot.LongestWait;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PostgreSQL server that a test has for itself, so that it can be stopped and started again. */
public final class OwnPostgres implements AutoCloseable {
    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private OwnPostgres(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.server = started();
    }

    /** Starts a server that keeps its data there. */
    public static OwnPostgres in(Path directory) {
        return new OwnPostgres(directory.resolve("postgres"), FreePort.next());
    }

    /** Returns the JDBC URL of its database, user included. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Stops the server, and with it every connection. */
    public void stop() {
        close();
    }

    /** Starts the server again, on the same data and port. */
    public void start() {
        server = started();
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(LongestWait.TIME)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
