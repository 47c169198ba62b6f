package dev.ecrbot.problem;

import java.util.Optional;

/** What keeps the bot from its database, or from a record in it. A {@code database} is named without any secret. */
public final class StoreProblems {
    private static final String RESTORE =
            "If it is damaged, move it away, put back a backup, and run ecr-bot adopt --config FILE before you start"
                    + " ecr-bot.";

    private StoreProblems() {}

    public static Problem unavailable() {
        return problem(
                "The bot's database can't be used right now.",
                "Try again in a minute. If that doesn't help, the people who run the bot have to look at its database.");
    }

    public static Problem grantUnreadable(String holder) {
        return new Problem(
                Code.INTERNAL,
                "This version of ecr-bot can't read one of its records of grants in " + holder
                        + ", so it changes nothing there.",
                "The people who run the bot have to look at its log; it may need a newer version.");
    }

    public static Problem unknownKind() {
        return problem(
                "The store's URL names neither H2 nor PostgreSQL.",
                "Set store.url to jdbc:h2:file:./data/ecr-bot or jdbc:postgresql://HOST/DATABASE.");
    }

    public static Problem noFile(String file) {
        return problem(
                "There is no database at " + file + ".",
                "Run this in the folder that ecr-bot runs in, or let store.url name the whole path.");
    }

    public static Problem empty(String database) {
        return problem(
                "The file of the database " + database
                        + " is there, and holds none of ecr-bot's records: it is damaged, or isn't ecr-bot's.",
                RESTORE + " If it has never held any, remove it.");
    }

    /** @param mark the file beside it that says so */
    public static Problem gone(String file, String mark) {
        return problem(
                "The database's file " + file + " is gone; " + mark + " beside it says that it was there.",
                meant(mark));
    }

    /** @param mark the file beside it that says so */
    public static Problem changed(String file, String mark) {
        return problem(
                "The database's file " + file + " isn't as ecr-bot left it, going by " + mark
                        + ": it is damaged, cut off or an older copy, or another program has written to it.",
                meant(mark));
    }

    /** @param mark the file beside it that says so */
    public static Problem eventsMissing(String file, String mark, long held, long before) {
        return problem(
                "The database's file " + file + " holds " + held + " events, and held " + before + " before, going by "
                        + mark + ": it is damaged, cut off or an older copy.",
                meant(mark));
    }

    private static String meant(String mark) {
        return "Move it away, and put back a backup. To go on with the file that is there then, remove " + mark
                + ", and run ecr-bot adopt --config FILE before you start ecr-bot.";
    }

    public static Problem inUse(String database) {
        return problem(
                "The database " + database + " is in use by another process.",
                "Stop the other one first; several replicas need PostgreSQL (store.url). The audit trail of a bot that runs"
                        + " can be read from a backup of it (store.backup): by export or audit verify, with --from BACKUP.zip.");
    }

    public static Problem userRefused(String database) {
        return problem(
                "The database " + database + " refuses the user or the password.",
                "Check STORE_USER and STORE_PASSWORD.");
    }

    public static Problem notOnServer(String database) {
        return problem("The server of " + database + " has no such database.", "Create it, or check store.url.");
    }

    public static Problem mayNotMakeTables(String database) {
        return problem(
                "The database " + database + " doesn't let its user make ecr-bot's tables.",
                "Give the database to that user (ALTER DATABASE … OWNER TO …); “doctor” says the whole line.");
    }

    /** @param state what JDBC calls the SQLState */
    public static Problem fileUnreadable(String database, String state) {
        return problem(
                "The file of the database " + database + " can't be read (SQLState " + state
                        + "): it is damaged, or ecr-bot may not open it.",
                "Check store.url, and the rights of the file. " + RESTORE);
    }

    /** @param state what JDBC calls the SQLState, if there is one */
    public static Problem notOpened(String database, Optional<String> state) {
        return problem(
                "The database " + database + " can't be opened"
                        + state.map(some -> " (SQLState " + some + ").").orElse("."),
                "Check store.url, and that the database can be reached and written to.");
    }

    private static Problem problem(String what, String next) {
        return new Problem(Code.STORE_UNAVAILABLE, what, next);
    }
}
