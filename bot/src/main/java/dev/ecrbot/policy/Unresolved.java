package dev.ecrbot.policy;

/**
 * Values that a template leaves open until it is deployed. Each is a text with a mark that nobody writes: it is like
 * itself and like nothing else.
 */
public final class Unresolved {
    private static final String MARK = "\ufffc";

    private Unresolved() {}

    /** Returns the text that stands for the value of this name. */
    public static String value(String name) {
        return MARK + name + MARK;
    }

    /** Returns whether a text has such a value in it. */
    public static boolean in(String text) {
        return text.contains(MARK);
    }
}
