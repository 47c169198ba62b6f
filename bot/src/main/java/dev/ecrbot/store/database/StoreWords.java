package dev.ecrbot.store.database;

import java.nio.file.Path;

/** What is said of the database of the records: what the doctor finds, and what is wrong with one that was open. */
final class StoreWords {
    private StoreWords() {}

    static String slow() {
        return "the database doesn't answer in time";
    }

    static String closed() {
        return "the database is closed";
    }

    static String lacksRow() {
        return "the database lacks a row that ecr-bot keeps in it";
    }

    static String onlyRead() {
        return "the database takes no writes, it can only be read";
    }

    static String diskFull() {
        return "the disk of the database's server is full";
    }

    static String fileUnusable() {
        return "the database's file can't be written or read: look at the space on its disk, and whether it may be written";
    }

    static String fileLocked() {
        return "the database's file is locked, by another process or, after a write that failed, by this one: start ecr-bot again";
    }

    static String unreachable() {
        return "the database can't be reached or fails";
    }

    static String withState(String trouble, String state) {
        return trouble + " (SQLState " + state + ")";
    }

    static String hasTables() {
        return "It can be reached, and holds ecr-bot's tables.";
    }

    static String tablesToBeMade() {
        return "It can be reached; the first start makes the tables.";
    }

    static String takesNoWrites() {
        return "It can be reached, and takes no writes: it can only be read.";
    }

    static String nameOneThatTakesWrites() {
        return "Let store.url name the server that takes writes, and let the user write.";
    }

    static String mayMakeNoTables(String user) {
        return "It can be reached, and the user " + user + " may make no tables there.";
    }

    /** Both quoted, as SQL takes them. */
    static String giveDatabase(String database, String user) {
        return "Give the database to that user: ALTER DATABASE " + database + " OWNER TO " + user + ".";
    }

    static String clockGoes() {
        return "This machine's clock goes with the database's.";
    }

    static String clockIsAhead(long seconds) {
        return "This machine's clock is " + seconds + " s ahead of the database's, so ecr-bot wouldn't start.";
    }

    static String clockIsBehind(long seconds) {
        return "This machine's clock is " + seconds + " s behind the database's, so ecr-bot wouldn't start.";
    }

    static String setTheClocks() {
        return "Set the clocks of both machines, by NTP for example.";
    }

    static String fileThere() {
        return "The file is there, and can be read and written.";
    }

    static String fileForbidden() {
        return "ecr-bot may not read and write the file.";
    }

    static String giveFile() {
        return "Give it to the user that ecr-bot runs as.";
    }

    static String fileToBeMade() {
        return "The file isn't there yet; the first start makes it.";
    }

    static String noFileToMake(Path folder) {
        return "The file isn't there, and ecr-bot may not make it in " + folder + ".";
    }

    static String giveFolder() {
        return "Give that folder to the user that ecr-bot runs as, or set store.url to another place.";
    }

    static String untold() {
        return "The database took the user, and then didn't answer.";
    }

    static String tryAgain() {
        return "Try again; if this keeps happening, look at its own log.";
    }

    static String noBackup(Path zip) {
        return zip + " holds no database: it is no backup of ecr-bot's.";
    }
}
