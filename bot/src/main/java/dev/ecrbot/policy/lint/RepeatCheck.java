package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for statements that say what an earlier one says. */
final class RepeatCheck {
    private RepeatCheck() {}

    private record Meaning(
            boolean allows,
            boolean exceptsPrincipals,
            Set<Principal> principals,
            boolean exceptsActions,
            Set<String> actions,
            boolean exceptsResources,
            Set<String> resources,
            Set<Condition> conditions) {

        static Meaning of(Statement statement, LintContext context) {
            return new Meaning(
                    statement.allows(),
                    statement.exceptsPrincipals(),
                    new HashSet<>(statement.principals(context.home())),
                    statement.exceptsActions(),
                    statement.actions().stream()
                            .map(action -> action.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    statement.exceptsResources(),
                    new HashSet<>(statement.resources()),
                    new HashSet<>(statement.conditions()));
        }
    }

    /** Returns the places of statements that repeat an earlier one. */
    static List<Integer> repeats(PolicyDocument document, LintContext context) {
        Map<Meaning, Integer> first = new HashMap<>();
        var repeats = new ArrayList<Integer>();
        for (int place = 0; place < document.statements().size(); place++) {
            Statement statement = document.statements().get(place);
            if (!statement.opaque() && first.putIfAbsent(Meaning.of(statement, context), place) != null) {
                repeats.add(place);
            }
        }
        return repeats;
    }
}
