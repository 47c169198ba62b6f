package dev.ecrbot.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a policy says about one action of one caller at one moment; immutable. Two of them are equal only if they come to the
 * same whatever turns out to be true of the request.
 *
 * @param allows each what one Allow depends on; the empty set for one that depends on nothing
 * @param denies each what one Deny depends on
 * @param keys on which it depends, in order
 */
record Ruling(Set<Set<String>> allows, Set<Set<String>> denies, List<String> keys) {
    static final Ruling NO = new Ruling(Set.of(), Set.of(), List.of());

    static Ruling of(List<Dependency> allows, List<Dependency> denies) {
        if (allows.isEmpty() || denies.stream().anyMatch(deny -> deny.terms().isEmpty())) {
            return NO;
        }
        List<Dependency> least = least(allows);
        var keys = new TreeSet<String>();
        least.forEach(allow -> keys.addAll(allow.keys()));
        denies.forEach(deny -> keys.addAll(deny.keys()));
        return new Ruling(terms(least), terms(least(denies)), List.copyOf(keys));
    }

    boolean isNo() {
        return allows.isEmpty();
    }

    boolean isYes() {
        return !isNo() && keys.isEmpty();
    }

    /** Returns whether all that the other one lets through is let through by this one, as far as their terms show. */
    boolean includes(Ruling other) {
        return other.isNo() || (covers(allows, other.allows) && covers(other.denies, denies));
    }

    private static boolean covers(Set<Set<String>> wide, Set<Set<String>> narrow) {
        return wide.equals(narrow)
                || narrow.stream().allMatch(one -> wide.stream().anyMatch(one::containsAll));
    }

    // What depends on more than another one does adds nothing to it.
    private static List<Dependency> least(List<Dependency> all) {
        var least = new ArrayList<Dependency>();
        for (Dependency one : all) {
            if (least.stream().noneMatch(other -> one.terms().containsAll(other.terms()))) {
                least.removeIf(other -> other.terms().containsAll(one.terms()));
                least.add(one);
            }
        }
        return least;
    }

    private static Set<Set<String>> terms(List<Dependency> provisos) {
        return provisos.stream().map(Dependency::terms).collect(Collectors.toUnmodifiableSet());
    }
}
