package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.ConditionMatcher;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a statement's applying depends on; immutable.
 *
 * @param terms what has to be met, by a text that equal terms share; none if it applies for certain. What is no condition
 *     (an element about which there is a doubt) is its text alone
 * @param keys the condition keys in them, or the element about which there is a doubt
 */
record Dependency(SortedMap<String, Optional<ConditionMatcher>> terms, Set<String> keys) {
    static final Dependency NONE = new Dependency(Collections.emptySortedMap(), Set.of());

    Dependency and(String doubt, Iterable<String> more) {
        return and(doubt, Optional.empty(), more);
    }

    Dependency and(ConditionMatcher term, Iterable<String> more) {
        return and(term.text(), Optional.of(term), more);
    }

    /** Returns the texts of the terms. */
    Set<String> texts() {
        return terms.keySet();
    }

    private Dependency and(String text, Optional<ConditionMatcher> term, Iterable<String> more) {
        var allTerms = new TreeMap<>(terms);
        allTerms.put(text, term);
        var allKeys = new TreeSet<>(keys);
        more.forEach(allKeys::add);
        return new Dependency(Collections.unmodifiableSortedMap(allTerms), allKeys);
    }
}
