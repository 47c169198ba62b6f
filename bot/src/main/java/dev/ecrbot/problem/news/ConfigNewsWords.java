package dev.ecrbot.problem.news;

import java.util.Collection;

/** What became of the configuration before, line by line. A {@code rule} is named; its name begins some of the lines. */
public final class ConfigNewsWords {
    private ConfigNewsWords() {}

    public static String heading(String since) {
        return "ecr-bot uses another configuration since " + since + ".";
    }

    public static String unreadable() {
        return "This version can't read the configuration before, so it can't say what changed: look through the file.";
    }

    /** @param what one of {@link LooseningWords}; so in the next ones */
    public static String now(String rule, String what) {
        return "Now, where " + rule + " decides: " + what;
    }

    /** A rule that is gone can have left something to everybody. */
    public static String nowWithout(String rule, String what) {
        return "Now, where " + rule + " decided: " + what;
    }

    public static String noLonger(String rule, String what) {
        return "No longer, where " + rule + " decided: " + what;
    }

    public static String more(int many) {
        return "and " + many + " more; the file has them all";
    }

    /** @param what one of the next ones */
    public static String rule(String what) {
        return "Rule " + what;
    }

    public static String ruleGone(String rule) {
        return rule + " is gone";
    }

    public static String ruleNew(String rule) {
        return rule + " is new";
    }

    public static String ruleOther(String rule, Collection<String> parts) {
        return rule + " has other " + String.join(", ", parts);
    }

    /** Goes on behind what became of a rule. */
    public static String callsOthers(String people) {
        return ", and calls " + people
                + " late, who isn't listed among its approvers: doctor says whether a group has them in";
    }

    public static String newAdmins(String people) {
        return people + " may now look at how the bot's set-up is, with doctor";
    }

    public static String endsInNoPolicy() {
        return "Policies no longer hold the end of access that is given from now on: while no bot runs, nothing ends it";
    }

    public static String sectionChanged(String section) {
        return section + " changed";
    }

    public static String sectionWaits(String section) {
        return section + " changed, too, and counts after a restart only";
    }

    public static String rulesReordered() {
        return "the rules stand in another order";
    }

    public static String moreRequests(int now, int before) {
        return may(now, "requests that wait", before);
    }

    public static String moreCommands(int now, int before) {
        return may(now, "commands within a minute", before);
    }

    public static String moreRefusedClicks(int now, int before) {
        return may(now, "refused clicks within a minute", before);
    }

    private static String may(int now, String what, int before) {
        return "One person may now have " + now + " " + what + " instead of " + before;
    }

    /** @param values those that the tag has where a repository was one of production */
    public static String noProductionAnyMore(String tag, Collection<String> values) {
        return "it approves by itself, too, where the repository's tag " + tag + " is " + String.join(" or ", values)
                + ", which isn't marked as production any more";
    }
}
