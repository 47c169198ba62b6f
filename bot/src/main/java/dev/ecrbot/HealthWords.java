package dev.ecrbot;

import java.time.Instant;

/** What is said of the bot's inside on the health page, and of a configuration that isn't taken up. */
final class HealthWords {
    private HealthWords() {}

    static String undone(String chore) {
        return "nobody has done " + chore + " in time";
    }

    static String oldNotice(long minutes) {
        return "the oldest message that is due has waited for " + minutes + " minutes";
    }

    static String rowsAside(String rows) {
        return "rows set aside since the start, see the log: " + rows;
    }

    static String rows(long many, String table) {
        return many + " of " + table;
    }

    static String clockIsAhead(long seconds) {
        return "This machine's clock is " + seconds + " seconds ahead of the clock of the database.";
    }

    static String clockIsBehind(long seconds) {
        return "This machine's clock is " + seconds + " seconds behind the clock of the database.";
    }

    static String folderUnreadable() {
        return "the folder of store.backup can't be read";
    }

    static String oldBackup(Instant made) {
        return "the newest backup is of " + made + "; the log says why";
    }

    static String noBackup(Instant start) {
        return "there is no backup, and the bot was started at " + start + "; the log says why";
    }

    static String otherReplica(Instant since) {
        return "another replica has taken up another configuration at " + since;
    }

    /** As what the file does; so, too, the next. */
    static String hasMistakes() {
        return "has mistakes";
    }

    static String hasOtherRegistries() {
        return "has other registries";
    }

    static String registriesAtStart() {
        return "registries: they change only when the bot is started again";
    }

    static String afterRestart(String sections) {
        return "these sections changed, and count after a restart only: " + sections;
    }

    static String notTakenUp(String why, String first) {
        return "the file " + why + ", and the configuration before it stays in force: " + first;
    }

    static String fileNotTakenUp(String why) {
        return "ecr-bot's configuration file " + why + ". The configuration before it stays in force.";
    }

    static String moreMistakes(int many) {
        return "and " + many + " more; the log has them all";
    }
}
