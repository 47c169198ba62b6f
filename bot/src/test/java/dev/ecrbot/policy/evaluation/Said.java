package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.AccessWords;
import java.util.Set;

/** Reads what effects say of actions. */
final class Said {
    private Said() {}

    /** Reads {@code a}, {@code ecr:*}, {@code * except a, b} and {@code ecr:* except a, b}; others that aren't named are never meant. */
    static boolean means(String said, String action) {
        if (said.startsWith("others of ")) {
            return false;
        }
        String[] parts = said.split(" except ", 2);
        boolean excepted = parts.length == 2 && AccessWords.covers(Set.of(parts[1].split(", ")), action);
        return AccessWords.covers(Set.of(parts[0]), action) && !excepted;
    }
}
