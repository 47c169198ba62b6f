package dev.ecrbot.doctor;

import java.nio.file.Path;

/** What is said of the places into which the bot writes beside its store. */
public final class FolderWords {
    private FolderWords() {}

    public static String writableFile() {
        return "It can be written.";
    }

    public static String writableFolder() {
        return "It can be written to.";
    }

    public static String toBeMade() {
        return "It isn't there yet, and can be made.";
    }

    public static String noFileToWrite() {
        return "It isn't a file that ecr-bot may write, so ecr-bot couldn't keep the heads of the audit trail there.";
    }

    public static String noFileToMake(Path folder) {
        return "It isn't there, and ecr-bot may not make it in " + folder
                + ", so it couldn't keep the heads of the audit trail there.";
    }

    public static String noBackup(Path nearest) {
        return "ecr-bot may not write to " + nearest + ", so it couldn't make backups.";
    }

    public static String giveOrRename(String key) {
        return "Give it to the user that ecr-bot runs as, or name another place in " + key + ".";
    }
}
