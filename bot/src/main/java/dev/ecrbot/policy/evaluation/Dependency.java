package dev.ecrbot.policy.evaluation;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a statement's applying depends on; immutable.
 *
 * @param terms what has to be met, in a form that equal terms share; none if it applies for certain
 * @param keys the condition keys in them, or the element about which there is a doubt
 */
record Dependency(Set<String> terms, Set<String> keys) {
    static final Dependency NONE = new Dependency(Set.of(), Set.of());

    Dependency and(String term, Iterable<String> more) {
        var allTerms = new TreeSet<>(terms);
        allTerms.add(term);
        var allKeys = new TreeSet<>(keys);
        more.forEach(allKeys::add);
        return new Dependency(allTerms, allKeys);
    }
}
