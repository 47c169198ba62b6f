package dev.ecrbot.problem.phrase;

/** Where a text ceases to be JSON, and which slip of those that people make is the likely one: each the end of a sentence. */
public final class JsonSlips {
    private JsonSlips() {}

    /**
     * @param place the line and the column
     * @param slip one of the others
     */
    public static String at(String place, String slip) {
        return place + ": " + slip;
    }

    public static String byteOrderMark(String place) {
        return at(place, "it begins with a byte order mark, which AWS doesn't take; save it as UTF-8 without one");
    }

    public static String nothing() {
        return "there is nothing in it";
    }

    public static String more() {
        return "more follows after the end of the JSON";
    }

    public static String severalDocuments() {
        return more() + "; keep one document";
    }

    public static String tooDeep() {
        return "it has more levels or longer numbers than a policy can need";
    }

    public static String keyTwice(String key) {
        return "the key “" + key + "” stands there twice; keep one of them";
    }

    public static String unlikely() {
        return "this isn't JSON";
    }

    public static String notClosed() {
        return "it ends before everything that was opened is closed; look for a missing quote, } or ]";
    }

    public static String commaBefore(char closing) {
        return "there is a comma before the closing " + closing + "; take the comma out";
    }

    public static String commaTooMany() {
        return "there is a comma too many; take it out";
    }

    public static String comment() {
        return "JSON has no comments; take the comment out";
    }

    public static String notFilledIn() {
        return "this is an interpolation of Terraform or a template that wasn't filled in; check what it comes out as";
    }

    public static String escaped() {
        return "its quotes have backslashes before them, as within another text; take one backslash away from each";
    }

    public static String ofTerraform() {
        return "this is written in Terraform's own language; take what “terraform show -json” says of the plan";
    }

    public static String otherQuote(char quote) {
        return "JSON has straight double quotes only; write \" for " + quote;
    }

    public static String separatorMissing() {
        return "a comma or a colon is missing before it";
    }

    public static String controlCharacter() {
        return "a line break or control character stands inside a text; look for a missing quote";
    }

    public static String withoutQuotes(String word) {
        return "“" + word + "” stands there without quotes";
    }

    public static String outOfPlace(String character) {
        return "“" + character + "” can't stand there";
    }
}
