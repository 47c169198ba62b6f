package dev.ecrbot.store.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool which failures mean that a connection is dead, beyond those it knows. A dead connection that is in use
 * all the time is never idle for long enough to be looked at, and would stay.
 */
public final class DeadConnections implements SQLExceptionOverride {
    private static final Set<String> STATES = Set.of(
            // H2: connection broken, I/O errors, database closed, database closing, a failure within.
            "90067",
            "90028",
            "90031",
            "90098",
            "90121",
            "50000",
            // PostgreSQL: ended for being idle, without and within a transaction; a primary that is one no longer.
            "57P05",
            "25P03",
            "25006");

    /** Returns whether this failure took its connection along, and with it perhaps every other of the pool. */
    public static boolean causedBy(Throwable failure) {
        return Failures.sql(failure)
                .map(SQLException::getSQLState)
                .filter(state -> STATES.contains(state) || state.startsWith("08") || state.startsWith("57P0"))
                .isPresent();
    }

    // Spelled out, as the interface has an enum of the same name.
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return failure.getSQLState() != null && STATES.contains(failure.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
