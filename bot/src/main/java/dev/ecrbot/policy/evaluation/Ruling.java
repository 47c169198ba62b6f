package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.ConditionMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy says about one action of one caller at one moment; immutable.
 *
 * @param allows what each Allow depends on
 * @param denies what each Deny depends on
 * @param keys on which it depends, in order
 */
record Ruling(List<Dependency> allows, List<Dependency> denies, List<String> keys) {
    static final Ruling NO = new Ruling(List.of(), List.of(), List.of());

    /** What two rulings of the same text share: they come to the same whatever turns out to be true of the request. */
    record Text(Set<Set<String>> allows, Set<Set<String>> denies) {}

    static Ruling of(List<Dependency> allows, List<Dependency> denies) {
        if (allows.isEmpty() || denies.stream().anyMatch(deny -> deny.terms().isEmpty())) {
            return NO;
        }
        List<Dependency> least = least(allows);
        var keys = new TreeSet<String>();
        least.forEach(allow -> keys.addAll(allow.keys()));
        denies.forEach(deny -> keys.addAll(deny.keys()));
        return new Ruling(least, least(denies), List.copyOf(keys));
    }

    boolean isNo() {
        return allows.isEmpty();
    }

    boolean isYes() {
        return !isNo() && keys.isEmpty();
    }

    Text text() {
        return new Text(texts(allows), texts(denies));
    }

    /** Returns all it depends on, by the terms' texts. */
    SortedMap<String, Optional<ConditionMatcher>> terms() {
        var terms = new TreeMap<String, Optional<ConditionMatcher>>();
        Stream.of(allows, denies).flatMap(List::stream).forEach(proviso -> terms.putAll(proviso.terms()));
        return terms;
    }

    /** Returns whether a request is let through that meets these terms and no others. */
    boolean lets(Set<String> met) {
        return allows.stream().anyMatch(allow -> met.containsAll(allow.texts()))
                && denies.stream().noneMatch(deny -> met.containsAll(deny.texts()));
    }

    /** Returns whether all that the other one lets through is let through by this one, as far as their texts show. */
    boolean includes(Ruling other) {
        return other.isNo()
                || (covers(texts(allows), texts(other.allows)) && covers(texts(other.denies), texts(denies)));
    }

    private static boolean covers(Set<Set<String>> wide, Set<Set<String>> narrow) {
        return wide.equals(narrow)
                || narrow.stream().allMatch(one -> wide.stream().anyMatch(one::containsAll));
    }

    // What depends on more than another one does adds nothing to it.
    private static List<Dependency> least(List<Dependency> all) {
        var least = new ArrayList<Dependency>();
        for (Dependency one : all) {
            if (least.stream().noneMatch(other -> one.texts().containsAll(other.texts()))) {
                least.removeIf(other -> other.texts().containsAll(one.texts()));
                least.add(one);
            }
        }
        return List.copyOf(least);
    }

    private static Set<Set<String>> texts(List<Dependency> provisos) {
        return provisos.stream().map(Dependency::texts).collect(Collectors.toUnmodifiableSet());
    }
}
