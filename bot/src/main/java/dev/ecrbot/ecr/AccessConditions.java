package dev.ecrbot.ecr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The conditions under which an access is given, all of which have to be met; none if it depends on nothing. Immutable.
 *
 * <p>IAM reads keys in any case, and so does {@link #equals}.
 *
 * @param lines in order
 */
public record AccessConditions(List<AccessCondition> lines) {
    private static final Set<String> NARROWED_BY_FEWER =
            Set.of("StringEquals", "StringLike", "StringEqualsIgnoreCase", "ArnEquals", "ArnLike", "IpAddress", "Bool");

    /** Access that depends on nothing. */
    public static final AccessConditions NONE = new AccessConditions(List.of());

    public AccessConditions {
        var sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(AccessConditions::name));
        lines = List.copyOf(sorted);
        Malformed.unless(areApart(lines), "conditions have each operator and key once", names(lines));
    }

    /** Returns whether each operator and key stands in one of the lines at most. */
    public static boolean areApart(List<AccessCondition> lines) {
        var names = new HashSet<String>();
        return lines.stream().allMatch(line -> names.add(name(line)));
    }

    private static String names(List<AccessCondition> lines) {
        return lines.stream().map(AccessConditions::name).collect(Collectors.joining(", "));
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Returns whether nothing that these keep out is let in by the others, as far as that can be told by comparing them line by
     * line.
     */
    public boolean areKeptBy(AccessConditions others) {
        return lines.stream().allMatch(line -> others.lines.stream().anyMatch(other -> keeps(line, other)));
    }

    // Of an operator that says what isn't, fewer values would let in more.
    private static boolean keeps(AccessCondition line, AccessCondition other) {
        boolean narrows =
                NARROWED_BY_FEWER.contains(line.operator()) && line.values().containsAll(other.values());
        return name(line).equals(name(other)) && (narrows || line.values().equals(other.values()));
    }

    /** Returns the text that conditions of the same meaning share. */
    public String canonical() {
        return lines.stream()
                .map(line -> name(line) + " "
                        + line.values().stream()
                                .map(value -> value.length() + ":" + value)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String name(AccessCondition line) {
        return line.operator() + " " + line.key().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessConditions conditions && canonical().equals(conditions.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
