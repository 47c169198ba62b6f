package dev.ecrbot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose requests. */
public enum Scope {
    MINE,
    /** All that wait for a decision. */
    PENDING,
    /** Those that wait for a decision which the asker may make. */
    FOR_ME,
    /** All that there ever were. */
    ALL;

    /** Returns the words that people type for it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Scope::words).toList();
    }
}
