package dev.ecrbot.store.database;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Turns what drivers, pool, Jdbi and Flyway throw into problems. */
public final class Failures {
    private static final String DUPLICATE = "23505";
    // PostgreSQL's lock_timeout; H2's; H2's when two transactions changed one row.
    private static final Set<String> LOCK_TIMED_OUT = Set.of("55P03", "HYT00", "90131");
    private static final String RESTORE =
            "If it is damaged, move it away, put back a backup, and run ecr-bot adopt --config FILE before you start"
                    + " ecr-bot.";
    private static final String NEXT =
            "Try again in a minute. If that doesn't help, the people who run the bot have to look at its database.";

    private Failures() {}

    /** Returns the problem that the database can't be used. */
    public static ProblemException unavailable(Throwable failure) {
        return new ProblemException(
                new Problem(Code.STORE_UNAVAILABLE, "The bot's database can't be used right now.", NEXT),
                DatabaseFailure.of(failure));
    }

    /** Returns what is wrong with a database that was open, in a few words for whoever runs the bot. */
    static String inShort(Throwable failure) {
        String state = state(failure).orElse("");
        String what = switch (state) {
            case "25006", "90097" -> "the database takes no writes, it can only be read";
            case "53100" -> "the disk of the database's server is full";
            case "90028", "90030", "90031", "90098", "50000" ->
                "the database's file can't be written or read: look at the space on its disk, and whether it may be written";
            case "90020" ->
                "the database's file is locked, by another process or, after a write that failed, by this one: start ecr-bot again";
            default -> "the database can't be reached or fails";
        };
        return state.isEmpty() ? what : what + " (SQLState " + state + ")";
    }

    /** Returns the problem that a database's file is there, and no tables are in it. */
    public static ProblemException empty(String database) {
        return new ProblemException(notOpened(
                "The file of the database " + database
                        + " is there, and holds none of ecr-bot's records: it is damaged, or" + " isn't ecr-bot's.",
                RESTORE + " If it has never held any, remove it."));
    }

    /** Returns the problem that the file isn't there, and has been. */
    static ProblemException gone(String file, String mark) {
        return new ProblemException(notOpened(
                "The database's file " + file + " is gone; " + mark + " beside it says that it was there.",
                meant(mark)));
    }

    /** Returns the problem that the file isn't the one that the bot has closed, byte by byte. */
    static ProblemException changed(String file, String mark) {
        return new ProblemException(notOpened(
                "The database's file " + file + " isn't as ecr-bot left it, going by " + mark
                        + ": it is damaged, cut off or an older copy, or another program has written to it.",
                meant(mark)));
    }

    /** Returns the problem that events are missing which were there. */
    static ProblemException less(String file, String mark, long held, long before) {
        return new ProblemException(notOpened(
                "The database's file " + file + " holds " + held + " events, and held " + before + " before, going by "
                        + mark + ": it is damaged, cut off or an older copy.",
                meant(mark)));
    }

    private static String meant(String mark) {
        return "Move it away, and put back a backup. To go on with the file that is there then, remove " + mark
                + ", and run ecr-bot adopt --config FILE before you start ecr-bot.";
    }

    /** Returns the problem that the database, named without any secret, couldn't be opened at start. */
    public static ProblemException unopened(String database, Throwable failure) {
        String state = state(failure).orElse("");
        Problem problem = switch (state) {
            case "90020" ->
                notOpened(
                        "The database " + database + " is in use by another process.",
                        "Stop the other one first; several replicas need PostgreSQL (store.url). The audit trail of a bot that runs"
                                + " can be read from a backup of it (store.backup): by export or audit verify, with --from BACKUP.zip.");
            case "28000", "28P01" ->
                notOpened(
                        "The database " + database + " refuses the user or the password.",
                        "Check STORE_USER and STORE_PASSWORD.");
            case "3D000" ->
                notOpened("The server of " + database + " has no such database.", "Create it, or check store.url.");
            // Since PostgreSQL 15 nobody but its owner makes tables in a database, unless they are let.
            case "42501" ->
                notOpened(
                        "The database " + database + " doesn't let its user make ecr-bot's tables.",
                        "Give the database to that user (ALTER DATABASE … OWNER TO …); “doctor” says the whole line.");
            case "90028", "90030", "50000" ->
                notOpened(
                        "The file of the database " + database + " can't be read (SQLState " + state
                                + "): it is damaged, or ecr-bot may not open it.",
                        "Check store.url, and the rights of the file. " + RESTORE);
            default ->
                notOpened(
                        "The database " + database + " can't be opened"
                                + (state.isEmpty() ? "." : " (SQLState " + state + ")."),
                        "Check store.url, and that the database can be reached and written to.");
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

    private static Problem notOpened(String what, String next) {
        return new Problem(Code.STORE_UNAVAILABLE, what, next);
    }
}
