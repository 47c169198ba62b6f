package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Statement;
import java.util.List;

/** Which actions a statement is about; upper and lower case are the same. */
final class Actions {
    private final List<String> patterns;
    private final boolean excepted;

    Actions(Statement statement) {
        this.patterns = List.copyOf(statement.actions());
        this.excepted = statement.exceptsActions();
    }

    boolean include(String action) {
        for (String pattern : patterns) {
            if (Globs.matches(pattern, action)) {
                return !excepted;
            }
        }
        return excepted;
    }
}
