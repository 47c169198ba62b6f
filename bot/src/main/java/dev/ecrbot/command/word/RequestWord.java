package dev.ecrbot.command.word;

import java.util.regex.Pattern;

/** A word that can be a request's id: letters, digits and dashes. */
public final class RequestWord {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    private RequestWord() {}

    /** Returns whether it can be one. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Throws {@link IllegalArgumentException} if it can't be one. */
    public static void check(String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException("a request's id has letters, digits and dashes");
        }
    }
}
