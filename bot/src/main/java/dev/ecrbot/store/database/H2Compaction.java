package dev.ecrbot.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives the room that former states of records take in an embedded database back to it, while it is used. H2 does so by itself, but
 * not where each commit is on disk before it is answered, as the bot has it: there the file only grows until it is closed.
 */
final class H2Compaction {
    // Parts of the file that are less full are written once more. H2 lets go of what they were after its own retention,
    // 45 seconds.
    private static final int FULL_PERCENT = 50;
    // Commits wait for as long as one step takes.
    private static final int STEP_BYTES = 2 << 20;
    private static final int MOST_STEPS = 20;

    private H2Compaction() {}

    /** Does some of it: enough to keep up with what the bot writes in a minute. */
    static void some(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            MVStore store = store(handle.getConnection());
            int steps = 0;
            while (steps < MOST_STEPS && store.compact(FULL_PERCENT, STEP_BYTES)) {
                steps++;
            }
        });
    }

    private static MVStore store(Connection connection) {
        try {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
