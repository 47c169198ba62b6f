package dev.ecrbot.cli.words;

import java.util.List;

/** What is said of the files that tell the linter what to leave out, and beside its findings. */
public final class LintWords {
    private LintWords() {}

    public static String noKey(String key) {
        return "“" + key + "” isn't a known key. ";
    }

    public static String known(List<String> keys) {
        return "Known are " + String.join(", ", keys) + ".";
    }

    public static String noId(String id) {
        return "“" + id + "” is no finding's id. ";
    }

    public static String whereIdsStand() {
        return "The ids stand in policy-lint.md.";
    }

    public static String noSeverity(String word) {
        return "“" + word + "” is no severity; write error, warning or info.";
    }

    public static String noList() {
        return "it has to be a list of maps with id, sid and reason.";
    }

    public static String noKeyOfSuppression(String key) {
        return "“" + key + "” is no key of a suppression; known are id, sid and reason.";
    }

    public static String noReason(String id) {
        return "the suppression of " + id + " has no reason; say why it is fine.";
    }

    public static String suppressesNothing(String id) {
        return "the entry for " + id + " suppresses nothing; take it out.";
    }

    public static String knownAfterDeployment(String policy) {
        return "the policy of " + policy + " is known only after deployment, so it isn't looked at.";
    }

    public static String statement(int number) {
        return "statement " + number;
    }
}
