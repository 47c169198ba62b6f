package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.ConditionMatcher;
import dev.ecrbot.policy.condition.Kinds;
import dev.ecrbot.policy.condition.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How the requests that one ruling lets through compare with those that another one did. */
enum Direction {
    SAME,
    WIDER,
    NARROWER,
    /** Some are let through that weren't, and some aren't any more. */
    BOTH,
    /** It would take too long to find out. */
    UNTOLD;

    /** How many kinds of requests are gone through. */
    private static final int MOST_KINDS = 20_000;
    /** What no policy has in it. */
    private static final String SOMETHING = "\uE001";

    /** Returns the direction from what was said to what is said. */
    static Direction of(Ruling was, Ruling is, RequestContext known) {
        if (was.text().equals(is.text())) {
            return SAME;
        }
        if (was.isNo() || is.isYes()) {
            return WIDER.unlessNothing(was, is, known);
        }
        if (is.isNo() || was.isYes()) {
            return NARROWER.unlessNothing(was, is, known);
        }
        return inBoth(was, is, known);
    }

    boolean gains() {
        return this == WIDER || this == BOTH;
    }

    boolean loses() {
        return this == NARROWER || this == BOTH;
    }

    // Conditions that nobody meets, or that everybody does, are none.
    private Direction unlessNothing(Ruling was, Ruling is, RequestContext known) {
        Direction compared = inBoth(was, is, known);
        return compared == UNTOLD ? this : compared;
    }

    // What a variable stands for is some value, which nobody named, or none.
    private static Direction inBoth(Ruling was, Ruling is, RequestContext known) {
        var terms = new TreeMap<>(was.terms());
        terms.putAll(is.terms());
        var some = new HashMap<String, List<String>>();
        var none = new HashMap<String, List<String>>();
        terms.values().stream()
                .flatMap(Optional::stream)
                .flatMap(term -> term.open(known).stream())
                .filter(key -> terms.values().stream()
                        .flatMap(Optional::stream)
                        .noneMatch(term -> term.key().equals(key)))
                .forEach(key -> {
                    some.put(key, List.of(SOMETHING + key));
                    none.put(key, List.of());
                });
        Direction first = compared(was, is, some.isEmpty() ? known : known.and(some));
        return some.isEmpty() ? first : first.and(compared(was, is, known.and(none)));
    }

    private Direction and(Direction other) {
        if (this == UNTOLD || other == UNTOLD) {
            return UNTOLD;
        }
        return of(gains() || other.gains(), loses() || other.loses());
    }

    private static Direction of(boolean gains, boolean loses) {
        return gains ? (loses ? BOTH : WIDER) : loses ? NARROWER : SAME;
    }

    private static Direction compared(Ruling was, Ruling is, RequestContext known) {
        Optional<List<List<Set<String>>>> groups = groups(was, is, known);
        if (groups.isEmpty()) {
            return UNTOLD;
        }
        boolean gains = false;
        boolean loses = false;
        long all = count(groups.get());
        for (long kind = 0; kind < all && !(gains && loses); kind++) {
            Set<String> met = met(groups.get(), kind);
            boolean before = was.lets(met);
            boolean after = is.lets(met);
            gains |= after && !before;
            loses |= before && !after;
        }
        return of(gains, loses);
    }

    /** Returns, for each key, which of the terms about it requests can meet together; nothing if these are too many. */
    private static Optional<List<List<Set<String>>>> groups(Ruling was, Ruling is, RequestContext known) {
        var all = new TreeMap<>(was.terms());
        all.putAll(is.terms());
        Map<String, List<ConditionMatcher>> byKey = new TreeMap<>();
        var groups = new ArrayList<List<Set<String>>>();
        all.forEach((text, term) -> term.ifPresentOrElse(
                one -> byKey.computeIfAbsent(one.key(), key -> new ArrayList<>())
                        .add(one),
                () -> groups.add(List.of(Set.of(), Set.of(text)))));
        for (List<ConditionMatcher> terms : byKey.values()) {
            Optional<List<Set<String>>> kinds = Kinds.of(terms, known);
            if (kinds.isEmpty()) {
                return Optional.empty();
            }
            groups.add(kinds.get());
            if (count(groups) > MOST_KINDS) {
                return Optional.empty();
            }
        }
        return count(groups) > MOST_KINDS ? Optional.empty() : Optional.of(groups);
    }

    private static long count(List<List<Set<String>>> groups) {
        long count = 1;
        for (List<Set<String>> group : groups) {
            count = Math.min(count * group.size(), MOST_KINDS + 1L);
        }
        return count;
    }

    private static Set<String> met(List<List<Set<String>>> groups, long kind) {
        var met = new HashSet<String>();
        long rest = kind;
        for (List<Set<String>> group : groups) {
            met.addAll(group.get((int) (rest % group.size())));
            rest /= group.size();
        }
        return met;
    }
}
