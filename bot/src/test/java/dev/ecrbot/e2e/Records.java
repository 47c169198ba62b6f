package dev.ecrbot.e2e;

import dev.ecrbot.sandbox.TrialConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the bot's database from beside it, as an auditor would. */
final class Records {

    /**
     * An event as it is stored.
     *
     * @param actor the id of the person; empty for the bot itself
     */
    record Entry(String kind, String actor, String details) {}

    private final String url;

    Records(TrialConfig config) {
        this.url = config.storeUrl();
    }

    /** Returns what is recorded of a request, oldest first. */
    List<Entry> events(String request) {
        return events("WHERE request = ?", request);
    }

    /** Returns what is recorded of a person, oldest first. */
    List<Entry> eventsBy(String actor) {
        return events("WHERE actor_user = ?", actor);
    }

    private List<Entry> events(String where, String value) {
        String sql = "SELECT kind, actor_user, details FROM event " + where + " ORDER BY seq";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            return entries(statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Entry> entries(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            String actor = rows.getString(2);
            entries.add(new Entry(rows.getString(1), actor == null ? "" : actor, rows.getString(3)));
        }
        return entries;
    }
}
