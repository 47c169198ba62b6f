package dev.ecrbot.problem.phrase;

/** What somebody is to the workspace that the bot is at home in, each as it stands after “is”. */
public final class MemberWords {
    private MemberWords() {}

    public static String member() {
        return "a member of this workspace";
    }

    public static String guest() {
        return "a guest in this workspace";
    }

    public static String stranger() {
        return "from another workspace";
    }

    public static String bot() {
        return "a bot or an app";
    }

    public static String deactivated() {
        return "deactivated in this workspace";
    }

    public static String machine() {
        return "a machine";
    }

    public static String formerMachine() {
        return "a machine that isn't configured any more";
    }

    public static String unknown() {
        return "unknown";
    }
}
