package dev.ecrbot.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to this version's form. */
public final class Migrations {
    private static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /**
     * Returns whether an earlier version, or this one, has made its tables there. Flyway would tell, too, but only after a
     * preparation that it makes once more for each thing that it does.
     *
     * @throws FlywayException if the database doesn't answer that
     */
    public static boolean haveRun(DataSource database) {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            return tables.next() && listsAny(connection);
        } catch (SQLException e) {
            throw new FlywayException("The history of migrations can't be read: " + e.getMessage(), e);
        }
    }

    private static boolean listsAny(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM \"" + HISTORY + "\" LIMIT 1")) {
            return rows.next();
        }
    }

    // One at a time within a process, as Flyway locks nothing on a fresh H2; across processes PostgreSQL's advisory
    // lock does it.
    public static synchronized void run(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
