package dev.ecrbot.config.mistake;

/** What was probably meant where a file ceases to be YAML, said to people who don't know its words; and what was pasted into one. */
public final class YamlMistakes {
    private YamlMistakes() {}

    public static String tab() {
        return "a tab stands here, and YAML takes blanks only: indent with blanks";
    }

    /** @param character with $1, what the parser says it is */
    public static String needsQuotes(String character) {
        return "a text that begins with " + character + " needs quotes";
    }

    public static String indentation() {
        return "the indentation doesn't fit: keys of one section begin in the same column, and so do the dashes of one list";
    }

    public static String colonTooMany() {
        return "a colon with a blank makes a key, and none can stand here: put a text that has one in quotes, or look at"
                + " the indentation";
    }

    public static String colonMissing() {
        return "a key needs a colon and a blank behind it, as in “port: 8080”";
    }

    public static String quoteNotClosed() {
        return "the quote that begins here has no end";
    }

    /** @param end with $1, what the parser says it is */
    public static String listNotClosed(String end) {
        return "what is opened here needs a comma between its parts and a " + end + " at its end";
    }

    public static String severalDocuments() {
        return "the file has several documents: take out the lines with ---";
    }

    public static String oddBlanks() {
        return "the line begins with a blank that isn't one, as web pages have: type the blanks anew";
    }

    /** Returns what to put in its place, said behind something else; so do the next ones. */
    public static String curlyQuotes() {
        return "; it has curly quotes, and YAML knows straight ones only: \" or '";
    }

    public static String oddBlank() {
        return "; it has a blank that isn't one, as web pages have: type the blanks anew";
    }

    public static String longDash() {
        return "; it has a long dash: type - in its place";
    }
}
