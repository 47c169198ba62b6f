package dev.ecrbot.store.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An event as it stands in its row. Texts of policies stand there by their hash, so that letting go of one changes nothing here.
 *
 * @param columns the rest of the row, in an order that never changes: what is added comes last
 */
record StoredEvent(long seq, Instant at, List<Optional<String>> columns) {
    StoredEvent {
        columns = List.copyOf(columns);
    }

    static StoredEvent read(ResultSet row, StatementContext context) throws SQLException {
        Instant at = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        var columns = new ArrayList<Optional<String>>();
        for (String name : List.of("kind", "request", "actor_team", "actor_user", "details", "version")) {
            columns.add(Optional.ofNullable(row.getString(name)));
        }
        return new StoredEvent(row.getLong("seq"), at, columns);
    }
}
