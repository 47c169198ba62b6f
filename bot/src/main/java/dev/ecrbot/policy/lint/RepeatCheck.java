package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for statements that say what an earlier one says. */
final class RepeatCheck {
    // No policy that AWS stores has as many statements; each is compared with all others.
    private static final int MOST_COMPARED = 500;

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
        return places(document, context).values().stream()
                .flatMap(same -> same.stream().skip(1))
                .sorted()
                .toList();
    }

    /** Returns the places of statements that say less than another one, and nothing else. */
    static List<Integer> covered(PolicyDocument document, LintContext context) {
        Map<Meaning, List<Integer>> places = places(document, context);
        if (places.size() > MOST_COMPARED) {
            return List.of();
        }
        List<Meaning> meanings = List.copyOf(places.keySet());
        return meanings.stream()
                .filter(narrow -> isCovered(narrow, meanings))
                .flatMap(narrow -> places.getOrDefault(narrow, List.of()).stream())
                .sorted()
                .toList();
    }

    /** Returns where each meaning stands, in the order of their first places. */
    private static Map<Meaning, List<Integer>> places(PolicyDocument document, LintContext context) {
        var places = new LinkedHashMap<Meaning, List<Integer>>();
        for (int place = 0; place < document.statements().size(); place++) {
            Statement statement = document.statements().get(place);
            if (!statement.opaque()) {
                places.computeIfAbsent(Meaning.of(statement, context), meaning -> new ArrayList<>())
                        .add(place);
            }
        }
        return places;
    }

    // Of two that cover each other, written differently, the later one is too many.
    private static boolean isCovered(Meaning narrow, List<Meaning> meanings) {
        int own = meanings.indexOf(narrow);
        return IntStream.range(0, meanings.size())
                .filter(other -> meanings.get(other).covers(narrow))
                .anyMatch(other -> other < own || !narrow.covers(meanings.get(other)));
    }
}
