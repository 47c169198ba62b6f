package dev.ecrbot.policy.evaluation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * True, false, or not to be told without what {@code missing} names; immutable.
 *
 * @param missing the condition keys, as written, that it depends on; empty if it is known
 */
record Truth(boolean value, List<String> missing) {
    static final Truth TRUE = new Truth(true, List.of());
    static final Truth FALSE = new Truth(false, List.of());

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Truth unknown(List<String> missing) {
        return new Truth(false, missing);
    }

    static Truth unknown(String missing) {
        return new Truth(false, List.of(missing));
    }

    boolean known() {
        return missing.isEmpty();
    }

    boolean isTrue() {
        return known() && value;
    }

    boolean isFalse() {
        return known() && !value;
    }

    Truth not() {
        return known() ? of(!value) : this;
    }

    Truth and(Truth other) {
        if (isFalse() || other.isTrue()) {
            return this;
        }
        return isTrue() || other.isFalse() ? other : new Truth(false, union(missing, other.missing));
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    static List<String> union(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
