package dev.ecrbot.command;

import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose requests. */
public enum WhoseRequests {
    MINE,
    /** All that wait for a decision. */
    PENDING,
    /** Those that wait for a decision which the asker may make. */
    FOR_ME,
    /** Those that gave what ends within a week. */
    ENDING,
    /** All that there ever were. */
    ALL;

    /** Returns the words that people type for it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @param example what to type instead of a word that isn't known */
    static WhoseRequests read(String typed, String example) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "mine", "my" -> MINE;
            case "pending" -> PENDING;
            case "me" -> FOR_ME;
            case "ending" -> ENDING;
            case "all" -> ALL;
            default -> throw new ProblemException(CommandProblems.notAList(typed, all(), example));
        };
    }

    private static List<String> all() {
        return Arrays.stream(values()).map(WhoseRequests::words).toList();
    }
}
