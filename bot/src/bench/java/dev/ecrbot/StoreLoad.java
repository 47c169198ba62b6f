package dev.ecrbot;

import dev.ecrbot.store.StoreCopies;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Measures a store that has grown for years: 10,000 active and 90,000 ended grants, a million events and more, 53,000 requests of
 * one person, on H2 and on PostgreSQL. Each is filled as the bot does it with 200 grants, and these are multiplied; then a process
 * of its own with the JVM options of the README opens it and asks all that the running bot asks.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.StoreLoad}. PostgreSQL is the embedded one of the tests, which
 * writes nothing through to the disk.
 */
public final class StoreLoad {
    private static final int GRANTS = Integer.getInteger("grants", 200);
    private static final int COPIES = Integer.getInteger("copies", 500);

    private StoreLoad() {}

    public static void main(String[] args) throws Exception {
        String which = System.getProperty("store", "h2 postgresql");
        if (which.contains("h2")) {
            h2(Files.createTempDirectory("ecr-bot-store"));
        }
        if (which.contains("postgresql")) {
            postgres();
        }
        System.exit(0);
    }

    private static void h2(Path directory) throws Exception {
        Path file = directory.resolve("store.mv.db");
        String url = "jdbc:h2:file:" + directory.resolve("store");
        StoreLedger.open(url, Optional.empty()).close();
        compacted(directory);
        long empty = Files.size(file);
        seed(url);
        compacted(directory);
        growth("H2", Files.size(file) - empty, GRANTS);
        try (var connection = h2Connection(directory)) {
            new StoreCopies(connection, "").make(COPIES);
        }
        compacted(directory);
        growth("H2", Files.size(file) - empty, GRANTS * COPIES);
        measured(url);
    }

    private static Connection h2Connection(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:async:" + directory.resolve("store"), "sa", "");
    }

    private static void compacted(Path directory) throws SQLException, IOException {
        try (var connection = h2Connection(directory);
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
        // The bot refuses a file that others have written to, going by this.
        Files.deleteIfExists(directory.resolve("store.mark"));
    }

    private static void postgres() throws Exception {
        String url = TestPostgres.freshDatabase();
        StoreLedger.open(url, Optional.empty()).close();
        long empty = vacuumed(url);
        seed(url);
        growth("PostgreSQL", vacuumed(url) - empty, GRANTS);
        try (var connection = DriverManager.getConnection(url)) {
            new StoreCopies(connection, ", 'g'").make(COPIES);
        }
        growth("PostgreSQL", vacuumed(url) - empty, GRANTS * COPIES);
        largest(url, GRANTS * COPIES);
        measured(url);
    }

    private static long vacuumed(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("VACUUM FULL ANALYZE");
            try (var size = statement.executeQuery("SELECT pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1);
            }
        }
    }

    private static void largest(String url, int grants) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var sizes = statement.executeQuery("""
                        SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't')
                        ORDER BY pg_relation_size(oid) DESC FETCH FIRST 20 ROWS ONLY
                        """)) {
            while (sizes.next()) {
                System.out.printf("  %,d bytes a grant in %s%n", sizes.getLong(2) / grants, sizes.getString(1));
            }
        }
    }

    private static void seed(String url) {
        long began = System.nanoTime();
        try (var ledger = StoreLedger.open(url, Optional.empty())) {
            StoreSeed.grants(ledger, GRANTS);
        }
        System.out.printf("seeded in %.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private static void growth(String store, long bytes, int grants) {
        System.out.printf("%s: %,d bytes a grant, with %,d grants%n", store, bytes / grants, grants);
    }

    private static void measured(String url) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                StoreQuestions.class.getName(),
                url);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
