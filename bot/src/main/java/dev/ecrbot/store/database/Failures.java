package dev.ecrbot.store.database;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.StoreProblems;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Turns what drivers, pool, Jdbi and Flyway throw into problems. */
public final class Failures {
    private static final String DUPLICATE = "23505";
    // PostgreSQL's lock_timeout; H2's; H2's when two transactions changed one row.
    private static final Set<String> LOCK_TIMED_OUT = Set.of("55P03", "HYT00", "90131");

    private Failures() {}

    /** Returns the problem that the database can't be used. */
    public static ProblemException unavailable(Throwable failure) {
        return new ProblemException(StoreProblems.unavailable(), DatabaseFailure.of(failure));
    }

    /** Returns what is wrong with a database that was open, in a few words for whoever runs the bot. */
    static String inShort(Throwable failure) {
        String state = state(failure).orElse("");
        String what = switch (state) {
            case "25006", "90097" -> StoreWords.onlyRead();
            case "53100" -> StoreWords.diskFull();
            case "90028", "90030", "90031", "90098", "50000" -> StoreWords.fileUnusable();
            case "90020" -> StoreWords.fileLocked();
            default -> StoreWords.unreachable();
        };
        return state.isEmpty() ? what : StoreWords.withState(what, state);
    }

    /** Returns the problem that a database's file is there, and no tables are in it. */
    public static ProblemException empty(String database) {
        return new ProblemException(StoreProblems.empty(database));
    }

    /** Returns the problem that the file isn't there, and has been. */
    static ProblemException gone(String file, String mark) {
        return new ProblemException(StoreProblems.gone(file, mark));
    }

    /** Returns the problem that the file isn't the one that the bot has closed, byte by byte. */
    static ProblemException changed(String file, String mark) {
        return new ProblemException(StoreProblems.changed(file, mark));
    }

    /** Returns the problem that events are missing which were there. */
    static ProblemException less(String file, String mark, long held, long before) {
        return new ProblemException(StoreProblems.eventsMissing(file, mark, held, before));
    }

    /** Returns the problem that the database, named without any secret, couldn't be opened at start. */
    public static ProblemException unopened(String database, Throwable failure) {
        String state = state(failure).orElse("");
        Problem problem = switch (state) {
            case "90020" -> StoreProblems.inUse(database);
            case "28000", "28P01" -> StoreProblems.userRefused(database);
            case "3D000" -> StoreProblems.notOnServer(database);
            // Since PostgreSQL 15 nobody but its owner makes tables in a database, unless they are let.
            case "42501" -> StoreProblems.mayNotMakeTables(database);
            case "90028", "90030", "50000" -> StoreProblems.fileUnreadable(database, state);
            default -> StoreProblems.notOpened(database, Optional.of(state).filter(some -> !some.isEmpty()));
        };
        return new ProblemException(problem, DatabaseFailure.of(failure));
    }

    public static boolean isDuplicate(Throwable failure) {
        return state(failure).filter(DUPLICATE::equals).isPresent();
    }

    public static boolean isLockTimeout(Throwable failure) {
        return state(failure).filter(LOCK_TIMED_OUT::contains).isPresent();
    }

    public static Optional<SQLException> sql(Throwable failure) {
        for (Optional<Throwable> at = Optional.of(failure);
                at.isPresent();
                at = at.flatMap(each -> Optional.ofNullable(each.getCause()))) {
            if (at.get() instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> state(Throwable failure) {
        return sql(failure).map(SQLException::getSQLState);
    }
}
