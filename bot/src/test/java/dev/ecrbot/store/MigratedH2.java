package dev.ecrbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Databases in memory, and in files, that hold the tables already. The migrations take longer than most tests: here they run once for the
 * whole JVM, and what they made is copied.
 */
public final class MigratedH2 {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    // H2 knows databases in memory by name in the whole JVM, in which each loader of classes has a NUMBER of its own.
    private static final String HERE = UUID.randomUUID().toString();
    // From when the copy is made until its ledger is opened. One that comes later finds nothing, and migrates.
    private static final String KEPT = ";DB_CLOSE_DELAY=10";
    // Settings of a database are those of whoever opens it first: as the bot has them.
    private static final String AS_THE_BOT = ";QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=FALSE";

    private MigratedH2() {}

    /** Makes a database of its own for whoever asks, and returns its JDBC URL. */
    public static String fresh() {
        String url = url("copy" + NUMBER.incrementAndGet());
        try (var connection = connection(url + KEPT + AS_THE_BOT);
                var statement = connection.createStatement()) {
            for (String sql : Template.STATEMENTS) {
                statement.execute(sql);
            }
            return url;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a database of its own at this path, as {@code store.url} names it, and returns its JDBC URL. */
    public static String file(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            for (Map.Entry<String, byte[]> each : TemplateFile.FILES.entrySet()) {
                Files.write(
                        path.resolveSibling(path.getFileName() + each.getKey()),
                        each.getValue(),
                        StandardOpenOption.CREATE_NEW);
            }
            return "jdbc:h2:file:" + path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String name) {
        return "jdbc:h2:mem:" + HERE + name;
    }

    private static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    /** What a database leaves in its folder once it is closed, by what stands behind its own name; held apart as well. */
    private static final class TemplateFile {
        private static final String NAME = "template";
        private static final Map<String, byte[]> FILES = read();

        private static Map<String, byte[]> read() {
            try {
                Path folder = Files.createTempDirectory("ecr-bot-template");
                StoreLedger.open("jdbc:h2:file:" + folder.resolve(NAME), Optional.empty())
                        .close();
                var files = new TreeMap<String, byte[]>();
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path each : all.toList()) {
                        files.put(each.getFileName().toString().substring(NAME.length()), Files.readAllBytes(each));
                        Files.delete(each);
                    }
                }
                Files.delete(folder);
                return files;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Held apart, so that nothing is migrated before it is needed. */
    private static final class Template {
        private static final List<String> STATEMENTS = read();

        private static List<String> read() {
            String url = url("template");
            try (var ledger = StoreLedger.open(url, Optional.empty());
                    var connection = connection(url);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SCRIPT NOSETTINGS")) {
                if (ledger.<Long>transact(books -> books.outbox().waiting()) > 0) {
                    throw new IllegalStateException("the template isn't empty");
                }
                List<String> statements = new ArrayList<>();
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
                return List.copyOf(statements);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
