package dev.ecrbot.config.mistake;

import java.util.Locale;

/** What keeps a file from being read at all. */
public final class FileMistakes {
    private static final String UNREADABLE = "The file can't be read: ";
    private static final String NOT_YAML = "This isn't YAML: ";

    private FileMistakes() {}

    public static String tooLarge() {
        return "The file is larger than 1 MB.";
    }

    public static String empty() {
        return "The file is empty.";
    }

    public static String missing(String file) {
        return "There is no such file: " + file;
    }

    public static String notUtf8() {
        return "The file isn't UTF-8.";
    }

    public static String mayNotRead() {
        return UNREADABLE + "ecr-bot may not. Give its user the right to.";
    }

    public static String unreadable(String why) {
        return UNREADABLE + why;
    }

    /** Returns why such a file can't be read, as the end of the sentence. */
    public static String folder() {
        return "this is a folder. Name the file that is in it.";
    }

    /** @param why one of {@link YamlMistakes} */
    public static String notYaml(String why) {
        return NOT_YAML + why;
    }

    public static String noCharacter(int codePoint, int place) {
        return NOT_YAML + "it has a character that no text has, U+" + String.format(Locale.ROOT, "%04X", codePoint)
                + ", at place " + place + ".";
    }

    public static String more(int many) {
        return "and " + many + " more mistakes";
    }
}
