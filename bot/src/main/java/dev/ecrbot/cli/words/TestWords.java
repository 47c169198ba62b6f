package dev.ecrbot.cli.words;

/** What is said of files of tests that can't be read, and of what came of the tests. */
public final class TestWords {
    private TestWords() {}

    public static String noTests() {
        return "it has no list of tests. Write at least one under tests.";
    }

    public static String unnamed(int number) {
        return "test " + number;
    }

    public static String sayIdentity() {
        return "Say identity, too: without the caller's identity policies there is no whole verdict.";
    }

    public static String policyByFile() {
        return "A policy is named by its file, in quotes.";
    }

    public static String noText(String key) {
        return "There is no text under " + key + ", in the test or at the top of the file.";
    }

    public static String noMap() {
        return "it isn't a map.";
    }

    public static String oneKind() {
        return "Say one of expect, nobodyOutside and neverPublic.";
    }

    public static String noVerdict(String word) {
        return "“" + word + "” is no verdict; expect yes, no or conditional.";
    }

    public static String contextIsMap() {
        return "context has to be a map of condition keys.";
    }

    public static String insideIsMap() {
        return "nobodyOutside has to be a map with accounts, organizations, or both.";
    }

    public static String insideKeys() {
        return "nobodyOutside knows accounts and organizations only.";
    }

    public static String neverPublicIsTrue() {
        return "neverPublic has to be true. If it needn't be so, take the test out.";
    }

    public static String noTextHere(String key) {
        return "There is no text under " + key + ".";
    }

    public static String noTexts(String key) {
        return "There is neither a text nor a list of them under " + key + ".";
    }

    public static String emptyList(String key) {
        return "The list under " + key + " is empty.";
    }

    public static String sum(int tests, long failed) {
        return tests + (tests == 1 ? " test, " : " tests, ") + failed + " failed";
    }
}
