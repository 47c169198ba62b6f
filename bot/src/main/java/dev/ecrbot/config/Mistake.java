package dev.ecrbot.config;

import java.util.Optional;

/**
 * Something in the configuration that keeps the bot from starting.
 *
 * @param file the included file that it is in; empty for the main file
 * @param path where it is, {@code rules[1].approvers} for example; an environment variable's name for a secret; empty for
 *     the file as a whole
 * @param line counted from 1; 0 where there is none
 * @param text what is wrong and what would be right
 */
public record Mistake(Optional<String> file, String path, int line, String text) {

    /** A mistake in the main file or the environment. */
    public Mistake(String path, int line, String text) {
        this(Optional.empty(), path, line, text);
    }

    /** Returns it in one line, as it is printed. */
    @Override
    public String toString() {
        String place = line == 0 ? path : "line " + line + (path.isEmpty() ? "" : ", " + path);
        String where =
                file.map(name -> place.isEmpty() ? name : name + ", " + place).orElse(place);
        return where.isEmpty() ? text : where + ": " + text;
    }
}
