package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

        /** Returns whether it says all that the other one says, and more. */
        boolean covers(Meaning other) {
            return !equals(other)
                    && allows == other.allows
                    && !exceptsPrincipals
                    && !other.exceptsPrincipals
                    && !exceptsActions
                    && !other.exceptsActions
                    && exceptsResources == other.exceptsResources
                    && principals.containsAll(other.principals)
                    && !other.actions.isEmpty()
                    && other.actions.stream()
                            .allMatch(narrow -> actions.stream().anyMatch(wide -> Globs.matches(wide, narrow)))
                    && resources.equals(other.resources)
                    && other.conditions.containsAll(conditions);
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

    /** Returns the places of statements that say less than another one, and nothing else. */
    static List<Integer> covered(PolicyDocument document, LintContext context) {
        List<Statement> statements = document.statements();
        var meanings = statements.stream()
                .map(statement ->
                        statement.opaque() ? Optional.<Meaning>empty() : Optional.of(Meaning.of(statement, context)))
                .toList();
        var covered = new ArrayList<Integer>();
        for (int place = 0; place < statements.size(); place++) {
            int narrow = place;
            boolean within = IntStream.range(0, statements.size())
                    .anyMatch(wide ->
                            covers(meanings, wide, narrow) && (wide < narrow || !covers(meanings, narrow, wide)));
            if (within) {
                covered.add(place);
            }
        }
        return covered;
    }

    private static boolean covers(List<Optional<Meaning>> meanings, int wide, int narrow) {
        return wide != narrow
                && meanings.get(wide)
                        .flatMap(one -> meanings.get(narrow).map(one::covers))
                        .orElse(false);
    }
}
