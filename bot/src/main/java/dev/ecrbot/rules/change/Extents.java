package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Wildcards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names repositories by the patterns of rules.
 *
 * @param globs all patterns by which rules tell repositories apart
 * @param places all places that there are
 */
record Extents(Set<String> globs, List<RegistryPlace> places) {

    /** Returns what these patterns stand for in these places, as rules tell it apart; without what a wider one says as well. */
    List<Extent> of(Map<String, Set<RegistryPlace>> where) {
        var listed = new ArrayList<Listed>();
        for (String glob : widestFirst(where.keySet())) {
            Set<RegistryPlace> at = where.getOrDefault(glob, Set.of());
            if (listed.stream().noneMatch(wider -> wider.says(glob, at))) {
                listed.add(new Listed(glob, at, except(glob, at, where)));
            }
        }
        return listed.stream()
                .flatMap(each -> named(each.glob, each.at).stream().map(name -> new Extent(name, each.except)))
                .toList();
    }

    private static List<String> widestFirst(Set<String> globs) {
        var order = new HashMap<String, Long>();
        globs.forEach(glob -> order.put(
                glob, globs.stream().filter(other -> isWider(other, glob)).count()));
        return globs.stream()
                .sorted(Comparator.comparing((String glob) -> order.getOrDefault(glob, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private record Listed(String glob, Set<RegistryPlace> at, SortedSet<String> except) {
        boolean says(String other, Set<RegistryPlace> there) {
            return isWider(glob, other)
                    && at.containsAll(there)
                    && except.stream().noneMatch(left -> Wildcards.contain(left, other));
        }
    }

    /** Returns the patterns for some of what this one stands for that aren't among those meant. */
    private SortedSet<String> except(String glob, Set<RegistryPlace> at, Map<String, Set<RegistryPlace>> where) {
        List<String> left = globs.stream()
                .filter(other -> isWider(glob, other))
                .filter(other -> !where.getOrDefault(other, Set.of()).containsAll(at))
                .toList();
        return left.stream()
                .filter(one -> left.stream().noneMatch(other -> isWider(other, one)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of two that stand for the same, the first one in order counts as the wider. */
    private static boolean isWider(String one, String than) {
        return !one.equals(than)
                && Wildcards.contain(one, than)
                && (!Wildcards.contain(than, one) || one.compareTo(than) < 0);
    }

    private Set<String> named(String glob, Set<RegistryPlace> at) {
        if (at.containsAll(places)) {
            return Set.of(glob);
        }
        var named = new LinkedHashSet<String>();
        Map<String, List<RegistryPlace>> byRegistry =
                at.stream().collect(Collectors.groupingBy(RegistryPlace::registry));
        byRegistry.forEach((registry, some) -> {
            boolean whole = places.stream()
                    .filter(place -> place.registry().equals(registry))
                    .allMatch(some::contains);
            if (whole) {
                named.add(registry + ":" + glob);
            } else {
                some.forEach(place -> named.add(registry + "/" + place.region() + ":" + glob));
            }
        });
        return named;
    }
}
