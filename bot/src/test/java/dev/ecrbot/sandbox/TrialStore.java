package dev.ecrbot.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A database in memory that outlives the bots that use it, each with a password of its own: so one of them can be cut off in
 * the middle of what it does, as a killed process is, and has no way back in. Thread-safe.
 */
public final class TrialStore implements AutoCloseable {
    static final String USER = "bot";

    private final String place = "jdbc:h2:mem:trial-" + UUID.randomUUID();
    private final Connection keeper;
    private int life;

    /** What the bot wrote down: a row of its audit trail. */
    record Entry(
            long number, Instant at, String kind, Optional<String> request, Optional<String> actor, String details) {}

    public TrialStore() {
        try {
            keeper = DriverManager.getConnection(place, "sa", "");
            execute("CREATE USER bot PASSWORD '" + password() + "' ADMIN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return place;
    }

    /** Returns what the bot that lives now logs in with. */
    synchronized String password() {
        return "life-" + life;
    }

    /** Cuts off whoever is connected; what wasn't committed is gone, and the next one has another password. */
    public synchronized void cutOff() {
        life++;
        try {
            execute("ALTER USER bot SET PASSWORD '" + password() + "'");
            for (int session : sessions()) {
                execute("CALL ABORT_SESSION(" + session + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> sessions() throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Statement query = keeper.createStatement();
                ResultSet rows = query.executeQuery(
                        "SELECT session_id FROM information_schema.sessions WHERE user_name = 'BOT'")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the newest rows of the audit trail, newest first. */
    synchronized List<Entry> newest(int most) {
        List<Entry> found = new ArrayList<>();
        try (PreparedStatement query = keeper.prepareStatement(
                "SELECT seq, happened_at, kind, request, actor_user, details FROM event ORDER BY seq DESC LIMIT ?")) {
            query.setInt(1, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Entry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4)),
                            Optional.ofNullable(rows.getString(5)),
                            rows.getString(6)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
