package dev.ecrbot.problem.news;

/** What the admins' channel is told of a start that found something to mend, line by line. */
public final class StartWords {
    private StartWords() {}

    public static String heading(String began) {
        return "When ecr-bot started, at " + began + ", it found something to mend in its set-up.";
    }

    public static String fault(String check, String subject, String what) {
        return check + " " + subject + ": " + what;
    }

    public static String more(int many) {
        return "and " + many + " more";
    }

    public static String toldBefore(int many) {
        return "What this channel was told of before: " + many + " more.";
    }

    public static String command() {
        return "/ecr doctor shows its admins how it is now.";
    }
}
