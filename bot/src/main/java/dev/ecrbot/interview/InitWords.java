package dev.ecrbot.interview;

import java.nio.file.Path;

/** What “init” says around its questions: what keeps it from asking or writing, and what comes next. */
public final class InitWords {
    private InitWords() {}

    public static String nothingWritten() {
        return "Nothing was written.";
    }

    public static String wrongAddress(String why) {
        return "--slack-api " + why + ". " + nothingWritten();
    }

    public static String thereAlready(Path file) {
        return file + " is there already, and isn't written over. Name another with --config.";
    }

    public static String noFolder(Path folder) {
        return folder + " is no folder that can be written to.";
    }

    public static String setBotToken(String variable) {
        return "Set " + variable
                + " in the environment to the app's bot token (xoxb-…): the app's page > OAuth & Permissions.";
    }

    public static String setOtherToken() {
        return "Set SLACK_APP_TOKEN (xapp-…) for socket mode, or SLACK_SIGNING_SECRET for http mode: both are under Basic"
                + " Information of the app.";
    }

    public static String noConfiguration() {
        return "These answers don't make a valid configuration.";
    }

    public static String thereMeanwhile(Path file) {
        return file + " was made by something else meanwhile.";
    }

    public static String notWritable(Path file, String why) {
        return file + " can't be written: " + why;
    }

    public static String written(Path file) {
        return file + " is written. This is what the doctor says of it:";
    }

    public static String start(Path file) {
        return "Start the bot with " + run(file);
    }

    public static String mendAndStart(Path file) {
        return "Mend that, look again with “doctor”, and start the bot with " + run(file);
    }

    private static String run(Path file) {
        return "“run --config " + file + "”, and the same environment.";
    }
}
