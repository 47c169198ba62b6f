package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which actions a statement is about; upper and lower case are the same. */
final class Actions {
    private final Set<String> plain = new HashSet<>();
    private final List<String> wild = new ArrayList<>();
    private final boolean excepted;

    Actions(Statement statement) {
        for (String action : statement.actions()) {
            if (Globs.wild(action)) {
                wild.add(action);
            } else {
                plain.add(fold(action));
            }
        }
        this.excepted = statement.exceptsActions();
    }

    /** @param folded the action {@linkplain #fold in lower case} */
    boolean include(String folded) {
        return (plain.contains(folded) || wild(folded)) != excepted;
    }

    private boolean wild(String folded) {
        for (String pattern : wild) {
            if (Globs.matches(pattern, folded)) {
                return true;
            }
        }
        return false;
    }

    static String fold(String action) {
        return action.toLowerCase(Locale.ROOT);
    }
}
