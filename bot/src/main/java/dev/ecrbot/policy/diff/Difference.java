package dev.ecrbot.policy.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that two wordings of a policy don't share, without those that can't be understood, and whom these can concern: nobody else is worth a look. Takes as
 * many steps as there are entries in both.
 *
 * @param concerned those whose entry isn't in the same words on both sides, and those that are reached through one of them
 */
record Difference(List<Statement> kept, List<Statement> removed, List<Statement> added, Set<Principal> concerned) {
    private static final Principal EVERYONE = new Principal.Everyone();

    static Difference between(Side before, Side after, Partition home) {
        boolean sameLanguage = before.variables() == after.variables();
        Map<String, Statement> first = byMeaning(before.statements());
        Map<String, Statement> second = byMeaning(after.statements());
        var kept = new ArrayList<Statement>();
        var removed = new ArrayList<Statement>();
        first.forEach(
                (meaning, statement) -> (sameLanguage && second.containsKey(meaning) ? kept : removed).add(statement));
        removed.removeIf(Statement::opaque);
        List<Statement> added = second.entrySet().stream()
                .filter(entry -> !sameLanguage || !first.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(statement -> !statement.opaque())
                .toList();
        Set<Principal> named = named(removed, added, sameLanguage, home);
        return new Difference(kept, removed, added, reached(named, kept, removed, added, home));
    }

    boolean isEmpty() {
        return concerned.isEmpty();
    }

    List<Statement> statements() {
        return Stream.of(removed, added).flatMap(List::stream).toList();
    }

    List<Statement> all() {
        return Stream.of(kept, removed, added).flatMap(List::stream).toList();
    }

    private static Map<String, Statement> byMeaning(Collection<Statement> statements) {
        var byMeaning = new LinkedHashMap<String, Statement>();
        statements.forEach(statement -> byMeaning.putIfAbsent(statement.canonical(), statement));
        return byMeaning;
    }

    /** Returns who has an entry that the other side doesn't have in the same words. */
    private static Set<Principal> named(
            List<Statement> removed, List<Statement> added, boolean sameLanguage, Partition home) {
        Map<String, Set<Principal>> before = entries(removed, home);
        Map<String, Set<Principal>> after = entries(added, home);
        var words = new LinkedHashSet<>(before.keySet());
        words.addAll(after.keySet());
        var named = new LinkedHashSet<Principal>();
        for (String word : words) {
            Set<Principal> had = before.getOrDefault(word, Set.of());
            Set<Principal> has = after.getOrDefault(word, Set.of());
            had.stream().filter(one -> !sameLanguage || !has.contains(one)).forEach(named::add);
            has.stream().filter(one -> !sameLanguage || !had.contains(one)).forEach(named::add);
        }
        return named;
    }

    private static Map<String, Set<Principal>> entries(List<Statement> statements, Partition home) {
        var entries = new LinkedHashMap<String, Set<Principal>>();
        for (Statement statement : statements) {
            boolean wide = statement.exceptsPrincipals();
            entries.computeIfAbsent(words(statement, home), words -> new LinkedHashSet<>())
                    .addAll(wide ? List.of(EVERYONE) : statement.holders(home));
        }
        return entries;
    }

    /**
     * Returns a text that statements share which say the same and, where they except some, except the same; an id of somebody
     * deleted is nobody's.
     */
    private static String words(Statement statement, Partition home) {
        if (!statement.exceptsPrincipals()) {
            return statement.terms();
        }
        List<String> alive = statement.principals(home).stream()
                .filter(one -> !(one instanceof Principal.Orphan))
                .map(one -> one.type() + " " + one.text())
                .sorted()
                .toList();
        ObjectNode rest = (ObjectNode) statement.json();
        rest.remove("NotPrincipal");
        String terms = Statement.of(rest).terms();
        return alive.isEmpty() && statement.denies() ? terms : terms + " NotPrincipal " + alive;
    }

    private static Set<Principal> reached(
            Set<Principal> named,
            List<Statement> kept,
            List<Statement> removed,
            List<Statement> added,
            Partition home) {
        if (named.isEmpty()) {
            return Set.of();
        }
        Set<AccountId> accounts = named.stream()
                .filter(Principal.Account.class::isInstance)
                .flatMap(principal -> principal.account().stream())
                .collect(Collectors.toSet());
        List<Principal> few =
                named.stream().filter(one -> ReachKind.of(one).reaches()).toList();
        Set<Principal> reached = new HashSet<>(named);
        Stream.of(kept, removed, added)
                .flatMap(List::stream)
                .flatMap(statement -> statement.holders(home).stream())
                .filter(one -> named.contains(EVERYONE)
                        || one.account().filter(accounts::contains).isPresent()
                        || (ReachKind.of(one).reached() && few.stream().anyMatch(other -> Reach.includes(other, one))))
                .forEach(reached::add);
        reached.removeIf(one -> ReachKind.of(one).nobody());
        return reached;
    }
}
