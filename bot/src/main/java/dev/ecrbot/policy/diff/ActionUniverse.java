package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Jurisdiction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The actions that some statements are about, one by one. Where a statement has a wildcard these are the actions of the
 * catalogue and all that are named anywhere, and the wildcard itself for those that nobody knows yet. Actions about which the policy doesn't decide are left out.
 */
final class ActionUniverse {
    private static final String ANY = "*";
    private static final String OTHERS = "others of ";
    private static final String EXCEPT = " except ";
    private static final int FEW = 8;

    private final Map<String, String> actions = new TreeMap<>();
    /** What a statement says in one word, and what of the actions it means: the widest first. */
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    private final Source source;

    /**
     * @param all the statements of both policies
     * @param source whose policies they are
     */
    ActionUniverse(Collection<Statement> differing, Collection<Statement> all, Source source) {
        this.source = source;
        var wild = new TreeSet<String>();
        differing.forEach(statement -> {
            wild.addAll(wildcards(statement));
            Stream.concat(statement.actions().stream(), wildcards(statement).stream())
                    .filter(action -> !statement.exceptsActions() || !Globs.wild(action) || action.equals(ANY))
                    .forEach(this::add);
        });
        if (wild.isEmpty()) {
            return;
        }
        ActionCatalogue.ecr().actions().stream()
                .map(EcrAction::name)
                .filter(name -> AccessWords.covers(wild, name))
                .forEach(this::add);
        all.stream()
                .flatMap(statement -> statement.actions().stream())
                .filter(action -> !Globs.wild(action) && AccessWords.covers(wild, action))
                .forEach(this::add);
        words(differing);
    }

    /** Returns the actions, each once, in the spelling of the catalogue. */
    List<String> actions() {
        return List.copyOf(actions.values());
    }

    /**
     * Returns some of the actions in as few words as the statements have for them. Of a wildcard that means more than these,
     * what is left is said to be its others; where it is nearly all of a wildcard, what is missing is named.
     */
    SortedSet<String> said(Set<String> some) {
        var said = new TreeSet<String>();
        var rest = new HashSet<>(some);
        words.forEach((word, means) -> {
            var others = new TreeSet<>(means);
            others.removeAll(some);
            if ((others.isEmpty() || few(others, means)) && means.stream().anyMatch(rest::contains)) {
                said.add(others.isEmpty() ? word : without(word, others));
                rest.removeAll(means);
            }
        });
        rest.forEach(action -> said.add(Globs.wild(action) ? OTHERS + action : action));
        return said;
    }

    private static String without(String word, Set<String> others) {
        return word + (word.contains(EXCEPT) ? ", " : EXCEPT) + String.join(", ", others);
    }

    // Naming those that are left out is shorter only while they are few; what nobody knows yet can't be named.
    private static boolean few(Set<String> others, Set<String> means) {
        return others.size() <= FEW
                && others.size() * 4 <= means.size()
                && others.stream().noneMatch(Globs::wild);
    }

    private void add(String action) {
        Optional<String> decided = Globs.wild(action)
                ? Jurisdiction.ofEcr(action)
                : ActionCatalogue.ecr()
                        .find(action)
                        .map(EcrAction::name)
                        .filter(name -> Jurisdiction.lacking(source, name).isEmpty());
        decided.ifPresent(name -> actions.putIfAbsent(AccessWords.fold(name), name));
    }

    private static List<String> wildcards(Statement statement) {
        return statement.exceptsActions()
                ? List.of(ANY)
                : statement.actions().stream().filter(Globs::wild).toList();
    }

    private void words(Collection<Statement> differing) {
        var found = new ArrayList<Map.Entry<String, Set<String>>>();
        for (Statement statement : differing) {
            if (statement.exceptsActions()) {
                found.add(entry(statement.shownActions().first(), statement::covers));
            } else {
                wildcards(statement)
                        .forEach(pattern -> found.add(entry(pattern, name -> Globs.matches(pattern, name))));
            }
        }
        found.sort(Map.Entry.comparingByValue((one, other) -> other.size() - one.size()));
        found.forEach(entry -> words.putIfAbsent(entry.getKey(), entry.getValue()));
    }

    private Map.Entry<String, Set<String>> entry(String word, java.util.function.Predicate<String> means) {
        var meant = new HashSet<String>();
        actions.values().stream().filter(means).forEach(meant::add);
        return Map.entry(word, meant);
    }
}
