package dev.ecrbot.store.database;

import dev.ecrbot.doctor.Examined;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/** Looks at a PostgreSQL that has let the bot in: whether it can be worked with, and by which clock it goes. */
final class ServerCheckup {
    private static final Duration MOST_APART = Duration.ofSeconds(5);

    /** Since PostgreSQL 15 a user who is let in may still not make tables. */
    private static final String STATE = "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on',"
            + " COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE),"
            + " current_user, current_database(), clock_timestamp()";

    private final String name;
    private final Clock clock;

    ServerCheckup(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** @param made whether the bot's tables are there */
    List<Examined> look(DataSource server, boolean made) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery(STATE)) {
            state.next();
            return List.of(
                    use(state, made),
                    time(state.getObject(5, OffsetDateTime.class).toInstant()));
        }
    }

    static Examined reached(String name, boolean made) {
        return Examined.fine(StoreCheckup.CHECK, name, made ? StoreWords.hasTables() : StoreWords.tablesToBeMade());
    }

    private Examined use(ResultSet state, boolean made) throws SQLException {
        if (state.getBoolean(1)) {
            return Examined.wrong(
                    StoreCheckup.CHECK, name, StoreWords.takesNoWrites(), StoreWords.nameOneThatTakesWrites());
        }
        if (!made && !state.getBoolean(2)) {
            String user = state.getString(3);
            return Examined.wrong(
                    StoreCheckup.CHECK,
                    name,
                    StoreWords.mayMakeNoTables(user),
                    StoreWords.giveDatabase(quoted(state.getString(4)), quoted(user)));
        }
        return reached(name, made);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private Examined time(Instant there) {
        Duration ahead = Duration.between(there, clock.instant());
        return ahead.abs().compareTo(MOST_APART) <= 0
                ? Examined.fine("clock", name, StoreWords.clockGoes())
                : Examined.wrong(
                        "clock",
                        name,
                        ahead.isNegative()
                                ? StoreWords.clockIsBehind(ahead.abs().toSeconds())
                                : StoreWords.clockIsAhead(ahead.toSeconds()),
                        StoreWords.setTheClocks());
    }
}
