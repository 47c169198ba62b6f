package dev.ecrbot.config.mistake;

import dev.ecrbot.problem.Guess;
import java.util.Collection;

/** What is wrong with a key or its value, whatever it is for. */
public final class ValueMistakes {
    private ValueMistakes() {}

    /**
     * @param right what the value should be
     * @param typed what it is
     */
    public static String not(String right, String typed) {
        return right + ", not “" + typed + "”";
    }

    /** @param kind what stands there instead, in words of this class; so in the others */
    public static String noText(String kind) {
        return "takes a text, not " + kind;
    }

    public static String textWithoutQuotes(String kind) {
        return noText(kind) + "; if it is meant, put it in quotes";
    }

    public static String accountWithoutQuotes(String account) {
        return "YAML reads an account id without quotes as a number; write \"" + account + "\"";
    }

    public static String blank() {
        return "is blank";
    }

    public static String noUnit(String number) {
        return "takes a text, not a number: it lacks its unit, as in " + number + "d for days, " + number
                + "h for hours or " + number + "m for minutes";
    }

    /** @param range in words of this class */
    public static String wholeNumber(String range) {
        return "takes a whole number, " + range;
    }

    public static String noWholeNumber(String range, String kind) {
        return wholeNumber(range) + ", not " + kind;
    }

    public static String atLeast(int least) {
        return least + " or more";
    }

    public static String between(int least, int most) {
        return least + " to " + most;
    }

    public static String noTruth(String kind) {
        return "takes true or false, not " + kind;
    }

    public static String noList(String kind) {
        return "takes a list, [one, two] for example, not " + kind;
    }

    /** @param list the one thing that stands there, as a list */
    public static String noList(String kind, String list) {
        return noList(kind) + ": write [" + list + "]";
    }

    public static String emptyList() {
        return empty("entry");
    }

    static String empty(String what) {
        return "is empty; it needs at least one " + what;
    }

    public static String noKeys(String kind) {
        return "takes keys with values, not " + kind;
    }

    public static String keysWithValues() {
        return "keys with values";
    }

    public static String list() {
        return "a list";
    }

    public static String nothing() {
        return "nothing";
    }

    public static String truth() {
        return "true or false";
    }

    public static String number() {
        return "a number";
    }

    public static String text() {
        return "a text";
    }

    public static String ofType(String type) {
        return "a " + type;
    }

    public static String twice() {
        return "stands here twice";
    }

    public static String mergedIntoItself() {
        return "is merged into itself";
    }

    public static String keyNoText() {
        return "has a key that isn't text";
    }

    public static String mergesNoKeys() {
        return "merges (<<) something that has no keys";
    }

    public static String keyMissing(String key) {
        return "needs the key “" + key + "”";
    }

    public static String keyUnknown(String key, Collection<String> known) {
        return "is unknown; " + guess(key, known, "known here are " + String.join(", ", known));
    }

    static String guess(String typed, Collection<String> known, String otherwise) {
        return Guess.near(typed, known)
                .map(near -> "did you mean “" + near + "”?")
                .orElse(otherwise);
    }

    public static String noDuration() {
        return "takes a duration like 30m, 8h, 7d or 2w, ten years at most";
    }

    public static String noPace() {
        return "takes a duration like 30s, 10m or 1h, a week at most";
    }

    public static String retentionTooShort() {
        return "takes 30d or more, 400d for example; leave it out to keep everything";
    }

    public static String noChannel() {
        return "takes a channel's id (C… or G…), which its details in Slack show";
    }

    public static String noName() {
        return "a name begins with a lower-case letter and has up to 41 of a-z, 0-9, - and _";
    }
}
