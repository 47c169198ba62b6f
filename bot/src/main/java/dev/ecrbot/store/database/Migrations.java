package dev.ecrbot.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to this version's form.
 *
 * <p>Flyway is asked only where it has something to do or to complain of: it reads each migration to find out that none is needed, which
 * takes as long as half of a start. What it would find is listed beside the migrations, and compared with what it has recorded.
 */
public final class Migrations {
    private static final String LIST = "/db/migrations.txt";
    private static final String HISTORY = "flyway_schema_history";
    private static final String RECORDED =
            "SELECT \"version\", \"checksum\", \"script\", \"type\", \"success\" FROM \"" + HISTORY
                    // At 0 stands that the table itself was made.
                    + "\" WHERE \"installed_rank\" > 0 ORDER BY \"installed_rank\"";

    private Migrations() {}

    /** Returns whether an earlier version, or this one, has made its tables there. */
    public static boolean haveRun(DataSource database) {
        return recorded(database).filter(some -> !some.isEmpty()).isPresent();
    }

    /**
     * Brings them to it.
     *
     * @param begun whether the database is a file that was there before it was opened
     * @throws dev.ecrbot.problem.ProblemException if it was, and holds nothing: then it is damaged
     */
    // One at a time within a process, as Flyway locks nothing on a fresh H2; across processes PostgreSQL's advisory
    // lock does it.
    public static synchronized void run(Database database, boolean begun, DataSource pool) {
        Optional<List<String>> recorded = recorded(pool).filter(some -> !some.isEmpty());
        if (!begun) {
            database.keepFromOthers();
        } else if (recorded.isEmpty()) {
            throw Failures.empty(database.name());
        }
        if (!recorded.equals(Optional.of(listed()))) {
            flyway(pool).migrate();
        }
    }

    /** Returns what the list has to say: a migration a line, as it is recorded once it has run. */
    static List<String> listed() {
        try (InputStream list = Migrations.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of migrations isn't there");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what Flyway has recorded there; empty if it was never there. */
    static Optional<List<String>> recorded(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return isThere(connection) ? Optional.of(rows(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw new FlywayException("what was migrated can't be read", e);
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        var rows = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(RECORDED)) {
            while (found.next()) {
                boolean done = found.getBoolean("success") && "SQL".equals(found.getString("type"));
                rows.add(found.getString("version") + " " + found.getInt("checksum") + " " + found.getString("script")
                        + (done ? "" : " isn't done"));
            }
        }
        return rows;
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }
}
