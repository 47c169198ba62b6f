package dev.ecrbot.doctor;

/** What the parts of a set-up are called, and what is said of them where the bot looks at itself. */
public final class SetUpWords {
    private SetUpWords() {}

    public static String slack() {
        return "Slack";
    }

    public static String deliveries() {
        return "what Slack delivers";
    }

    public static String store() {
        return "the store";
    }

    public static String auditTrail() {
        return "whoever takes the audit trail";
    }

    public static String issuers() {
        return "the issuers of machines' tokens";
    }

    public static String registry(String name, String region) {
        return "registry " + name + " in " + region;
    }

    public static String configuration() {
        return "the configuration";
    }

    public static String configRead(int rules) {
        return "It can be read; rules in it: " + rules + ".";
    }

    public static String lookAgain() {
        return "Change it, and run the doctor again.";
    }

    public static String fileCounts() {
        return "The bot uses what its file says.";
    }

    public static String fileDoesNotCount(String trouble) {
        return "The bot doesn't use what its file says: " + trouble + ".";
    }

    public static String mendFile() {
        return "Mend the file.";
    }

    public static String storeTakesWrites() {
        return "It can be reached, and takes writes.";
    }

    /** The trouble comes as part of a sentence. */
    public static String storeTrouble(String trouble) {
        return Character.toUpperCase(trouble.charAt(0)) + trouble.substring(1) + ".";
    }

    public static String lookAtStore() {
        return "Look at its disk, and at its own log.";
    }

    public static String lookFailed(String error) {
        return "Looking at it failed inside ecr-bot (" + error + ").";
    }

    public static String tellMaintainer() {
        return "The log has the whole error; tell whoever maintains ecr-bot.";
    }

    /** For the health page, after its name. */
    public static String toMend(String since, int count, String first) {
        return "to mend at " + since + ": " + count + ", " + first + " for one; the log and “doctor” have the rest";
    }

    public static String fine() {
        return "ok           ";
    }

    public static String wrong() {
        return "TO MEND      ";
    }

    public static String unchecked() {
        return "not checked  ";
    }

    public static String sum(int fine, int wrong, int unchecked) {
        return fine + " fine, " + wrong + " to mend, " + unchecked + " not checked.";
    }
}
