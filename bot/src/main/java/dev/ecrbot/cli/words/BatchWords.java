package dev.ecrbot.cli.words;

import java.util.List;

/** What is said of a line of “can --batch” that can't be answered. */
public final class BatchWords {
    private BatchWords() {}

    public static String tooLong(int bytes) {
        return "The line is longer than " + bytes + " bytes.";
    }

    public static String noUtf8() {
        return "The line isn't text in UTF-8.";
    }

    public static String noObject() {
        return "The line isn't a JSON object.";
    }

    public static String noJson(String why) {
        return "The line isn't JSON. " + why;
    }

    public static String unknownKey(List<String> known) {
        return "The line has an unknown key; known are " + String.join(", ", known) + ".";
    }

    public static String noText(String key) {
        return "The line has no text under " + key + ".";
    }

    public static String noPolicy(String key) {
        return "The line has no policy under " + key + ".";
    }

    public static String otherThanPolicy(String key) {
        return "What the line has under " + key + " isn't a policy.";
    }

    public static String noContext() {
        return "The line's context isn't an object.";
    }

    public static String noValues() {
        return "A key of the line's context has neither a value nor a list of them.";
    }

    public static String noIdentity() {
        return "The line has no identity: without the caller's identity policies there is no whole verdict.";
    }

    public static String under(String key) {
        return "Under " + key + ": ";
    }
}
