package dev.ecrbot.config;

/**
 * Something in the configuration that keeps the bot from starting.
 *
 * @param path where it is, {@code rules[1].approvers} for example; an environment variable's name for a secret; empty for
 *     the file as a whole
 * @param line counted from 1; 0 where there is none
 * @param text what is wrong and what would be right
 */
public record Mistake(String path, int line, String text) {

    /** Returns it in one line, as it is printed. */
    @Override
    public String toString() {
        String where = line == 0 ? path : "line " + line + (path.isEmpty() ? "" : ", " + path);
        return where.isEmpty() ? text : where + ": " + text;
    }
}
