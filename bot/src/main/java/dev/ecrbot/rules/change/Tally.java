package dev.ecrbot.rules.change;

import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what was found for single repositories, words and recipients together again, to as few gains as say exactly that. */
final class Tally {
    private final Extents extents;
    private final Map<Key, Map<String, Map<RegistryPlace, Set<Cell>>>> found = new LinkedHashMap<>();

    Tally(Extents extents) {
        this.extents = extents;
    }

    private record Key(String rule, Loosening what) {}

    /**
     * What a rule decides on, beside the repository.
     *
     * @param access empty for any
     * @param to empty for anybody
     */
    record Cell(Optional<String> access, Optional<Recipients> to, Optional<PrincipalKind> kind) {
        static final Cell ANY = new Cell(Optional.empty(), Optional.empty(), Optional.empty());

        Cell(String access, Recipients to, PrincipalKind kind) {
            this(Optional.of(access), Optional.of(to), Optional.of(kind));
        }

        static Cell of(String access) {
            return new Cell(Optional.of(access), Optional.empty(), Optional.empty());
        }
    }

    void add(Rule rule, Loosening what, String glob, RegistryPlace place, Cell cell) {
        found.computeIfAbsent(new Key(rule.name(), what), key -> new LinkedHashMap<>())
                .computeIfAbsent(glob, key -> new LinkedHashMap<>())
                .computeIfAbsent(place, key -> new LinkedHashSet<>())
                .add(cell);
    }

    List<Gain> gains() {
        var gains = new ArrayList<Gain>();
        found.forEach((key, byGlob) -> {
            var alike = new LinkedHashMap<Set<Cell>, Map<String, Set<RegistryPlace>>>();
            byGlob.forEach((glob, byPlace) ->
                    byPlace.forEach((place, cells) -> alike.computeIfAbsent(cells, same -> new LinkedHashMap<>())
                            .computeIfAbsent(glob, same -> new LinkedHashSet<>())
                            .add(place)));
            alike.forEach((cells, where) -> gains.addAll(gains(key, extents.of(where), cells)));
        });
        return gains;
    }

    private static List<Gain> gains(Key key, List<Extent> repositories, Set<Cell> cells) {
        var byWord = new TreeMap<String, Map<SortedSet<String>, Set<PrincipalKind>>>();
        cells.forEach(cell -> {
            var to = byWord.computeIfAbsent(cell.access().orElse(""), word -> new LinkedHashMap<>());
            var kinds = to.computeIfAbsent(
                    cell.to().map(Recipients::ids).orElseGet(TreeSet::new), ids -> EnumSet.noneOf(PrincipalKind.class));
            cell.kind().ifPresent(kinds::add);
        });
        var alike = new LinkedHashMap<Map<SortedSet<String>, Set<PrincipalKind>>, SortedSet<String>>();
        byWord.forEach((word, to) -> {
            SortedSet<String> words = alike.computeIfAbsent(to, same -> new TreeSet<>());
            if (!word.isEmpty()) {
                words.add(word);
            }
        });
        var gains = new ArrayList<Gain>();
        alike.forEach((to, words) -> byKinds(to)
                .forEach((kinds, ids) -> gains.add(new Gain(
                        key.rule(), key.what().what(), key.what().people(), repositories, words, ids, kinds))));
        return gains;
    }

    private static Map<Set<PrincipalKind>, SortedSet<String>> byKinds(Map<SortedSet<String>, Set<PrincipalKind>> to) {
        var byKinds = new LinkedHashMap<Set<PrincipalKind>, SortedSet<String>>();
        to.forEach((ids, kinds) ->
                byKinds.computeIfAbsent(kinds, same -> new TreeSet<>()).addAll(ids));
        return byKinds;
    }
}
