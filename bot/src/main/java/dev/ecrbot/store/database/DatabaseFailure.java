package dev.ecrbot.store.database;

import java.io.Serial;
import java.sql.SQLException;

/**
 * The cause of a failure for the log. Drivers and libraries put statements, values and URLs into their messages, and with
 * them what people typed and Slack's short-lived addresses: only types, SQLState and stack trace are kept.
 */
public final class DatabaseFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private DatabaseFailure(String message) {
        super(message);
    }

    public static DatabaseFailure of(Throwable failure) {
        var kept = new DatabaseFailure(Failures.sql(failure)
                .map(sql -> name(failure) + ", " + name(sql) + ", SQLState " + sql.getSQLState() + ", code "
                        + sql.getErrorCode())
                .orElseGet(() -> name(failure)));
        kept.setStackTrace(failure.getStackTrace());
        return kept;
    }

    private static String name(Throwable failure) {
        return failure instanceof SQLException
                ? failure.getClass().getSimpleName()
                : failure.getClass().getName();
    }
}
