package dev.ecrbot.policy.evaluation;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a statement's applying depends on; immutable.
 *
 * @param terms what has to be met, in a form that equal terms share; none if it applies for certain
 * @param keys the condition keys in them, or the element about which there is a doubt
 */
record Proviso(Set<String> terms, Set<String> keys) {
    static final Proviso NONE = new Proviso(Set.of(), Set.of());

    Proviso and(String term, Iterable<String> more) {
        var allTerms = new TreeSet<>(terms);
        allTerms.add(term);
        var allKeys = new TreeSet<>(keys);
        more.forEach(allKeys::add);
        return new Proviso(allTerms, allKeys);
    }
}
