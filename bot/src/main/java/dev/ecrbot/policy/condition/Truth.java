package dev.ecrbot.policy.condition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * True, false, or not to be told without what {@code missing} names; immutable.
 *
 * @param missing the condition keys, as written, that it depends on; empty if it is known
 */
public record Truth(boolean value, List<String> missing) {
    public static final Truth TRUE = new Truth(true, List.of());
    public static final Truth FALSE = new Truth(false, List.of());

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public static Truth unknown(List<String> missing) {
        return new Truth(false, missing);
    }

    public static Truth unknown(String missing) {
        return new Truth(false, List.of(missing));
    }

    public boolean known() {
        return missing.isEmpty();
    }

    public boolean isTrue() {
        return known() && value;
    }

    public boolean isFalse() {
        return known() && !value;
    }

    public Truth not() {
        return known() ? of(!value) : this;
    }

    public Truth and(Truth other) {
        if (isFalse() || other.isTrue()) {
            return this;
        }
        return isTrue() || other.isFalse() ? other : new Truth(false, union(missing, other.missing));
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public static List<String> union(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
