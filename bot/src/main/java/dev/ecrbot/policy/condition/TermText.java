package dev.ecrbot.policy.condition;

import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.policy.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words what conditions ask for. */
public final class TermText {
    /** How many values are named; who needs the others reads the policy. */
    private static final int MOST = 5;

    private static final String IF_EXISTS = "IfExists";
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("StringEquals", "is"),
            Map.entry("StringNotEquals", "isn't"),
            Map.entry("StringEqualsIgnoreCase", "is, in any case,"),
            Map.entry("StringNotEqualsIgnoreCase", "isn't, in any case,"),
            Map.entry("StringLike", "is like"),
            Map.entry("StringNotLike", "isn't like"),
            Map.entry("ArnEquals", "is like"),
            Map.entry("ArnNotEquals", "isn't like"),
            Map.entry("ArnLike", "is like"),
            Map.entry("ArnNotLike", "isn't like"),
            Map.entry("NumericEquals", "is"),
            Map.entry("NumericNotEquals", "isn't"),
            Map.entry("NumericLessThan", "is less than"),
            Map.entry("NumericLessThanEquals", "is at most"),
            Map.entry("NumericGreaterThan", "is more than"),
            Map.entry("NumericGreaterThanEquals", "is at least"),
            Map.entry("DateEquals", "is"),
            Map.entry("DateNotEquals", "isn't"),
            Map.entry("DateLessThan", "is before"),
            Map.entry("DateLessThanEquals", "is not after"),
            Map.entry("DateGreaterThan", "is after"),
            Map.entry("DateGreaterThanEquals", "is not before"),
            Map.entry("Bool", "is"),
            Map.entry("BinaryEquals", "is"),
            Map.entry("IpAddress", "is in"),
            Map.entry("NotIpAddress", "isn't in"));

    private TermText() {}

    /** Returns in words what the condition asks for. */
    public static String of(Condition condition) {
        return of(condition.operator(), condition.key(), condition.values());
    }

    /** Returns in words what all of the conditions ask for; nothing if there are none. */
    public static String of(AccessConditions conditions) {
        return conditions.lines().stream()
                .map(line -> of(line.operator(), line.key(), line.values()))
                .collect(Collectors.joining(" and "));
    }

    static String of(String operator, String key, List<String> values) {
        if (operator.equals("Null")) {
            boolean absent = values.contains("true");
            return key + (absent ? " isn't there" : " is there");
        }
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String name = operator.replace(IF_EXISTS, "");
        String base = name.substring(name.indexOf(':') + 1);
        String who = name.startsWith("ForAllValues:")
                ? "every value of " + key + ", if there is any,"
                : name.startsWith("ForAnyValue:") ? "some value of " + key : key;
        return who + " " + WORDS.getOrDefault(base, base) + " " + listed(values)
                + (ifExists ? ", or " + key + " isn't there" : "");
    }

    private static String listed(List<String> values) {
        Set<String> distinct = Set.copyOf(values);
        String named = String.join(" or ", first(distinct));
        return distinct.size() > MOST ? named + " or one of " + (distinct.size() - MOST) + " others" : named;
    }

    // A policy may have thousands of them, of which all but these are only counted: they aren't sorted for that.
    private static SortedSet<String> first(Set<String> values) {
        var first = new TreeSet<String>();
        for (String value : values) {
            if (first.size() < MOST || value.compareTo(first.last()) < 0) {
                first.add(value);
                if (first.size() > MOST) {
                    first.pollLast();
                }
            }
        }
        return first;
    }
}
