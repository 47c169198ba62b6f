package dev.ecrbot.policy.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which of some patterns texts can match together, by running all of them at once over every text there is: there
 * are only so many combinations of places at which they can be.
 */
public final class Crossing {
    /** A character that no pattern has in it. */
    private static final char OTHER = '\uE000';
    /** How many steps of single patterns are made; policies that people write take a few thousand. */
    private static final int MOST_STEPS = 200_000;

    private final List<Pattern> patterns;
    private final List<Pattern> domain;
    private final List<Character> alphabet;
    private final Map<BitSet, String> found = new LinkedHashMap<>();
    private final Set<List<BitSet>> seen = new HashSet<>();
    private final ArrayDeque<Reached> ahead = new ArrayDeque<>();
    private int steps;

    /** How far all patterns have come with a text. */
    private record Reached(List<BitSet> places, String text) {}

    private Crossing(List<Pattern> patterns, List<Pattern> domain) {
        this.patterns = patterns;
        this.domain = domain;
        this.alphabet = alphabet(patterns, domain);
    }

    /**
     * Returns every set of patterns, by their places in the list, of which some text matches these and no others, with such a
     * text; nothing if that would take too long to find out.
     *
     * @param domain the texts that count: those that match at least one of these
     */
    public static Optional<Map<BitSet, String>> of(List<Pattern> patterns, List<Pattern> domain) {
        return new Crossing(patterns, domain).run();
    }

    private Optional<Map<BitSet, String>> run() {
        var start = new ArrayList<BitSet>();
        domain.forEach(pattern -> start.add(pattern.start()));
        patterns.forEach(pattern -> start.add(pattern.start()));
        enter(new Reached(List.copyOf(start), ""));
        while (!ahead.isEmpty()) {
            Reached reached = ahead.remove();
            for (char c : alphabet) {
                if (steps > MOST_STEPS) {
                    return Optional.empty();
                }
                enter(after(reached, c));
            }
        }
        return Optional.of(found);
    }

    private Reached after(Reached reached, char c) {
        var next = new ArrayList<BitSet>(reached.places().size());
        for (int index = 0; index < reached.places().size(); index++) {
            BitSet places = reached.places().get(index);
            steps += places.isEmpty() ? 0 : 1;
            next.add(places.isEmpty() ? places : pattern(index).step(places, c));
        }
        steps++;
        return new Reached(List.copyOf(next), reached.text() + c);
    }

    private void enter(Reached reached) {
        List<BitSet> within = reached.places().subList(0, domain.size());
        if (within.stream().allMatch(BitSet::isEmpty) || !seen.add(reached.places())) {
            return;
        }
        ahead.add(reached);
        if (accepted(0, domain.size(), reached).isEmpty()) {
            return;
        }
        found.putIfAbsent(accepted(domain.size(), patterns.size(), reached), reached.text());
    }

    private BitSet accepted(int from, int count, Reached reached) {
        var accepted = new BitSet();
        for (int index = 0; index < count; index++) {
            accepted.set(index, pattern(from + index).accepts(reached.places().get(from + index)));
        }
        return accepted;
    }

    private Pattern pattern(int index) {
        return index < domain.size() ? domain.get(index) : patterns.get(index - domain.size());
    }

    private static List<Character> alphabet(Collection<Pattern> some, Collection<Pattern> others) {
        var characters = new TreeSet<Character>();
        for (Collection<Pattern> all : List.of(some, others)) {
            for (Pattern pattern : all) {
                pattern.text().chars().forEach(c -> {
                    characters.add((char) c);
                    characters.add(Character.toLowerCase((char) c));
                    characters.add(Character.toUpperCase((char) c));
                });
            }
        }
        var alphabet = new ArrayList<Character>();
        alphabet.add(OTHER);
        alphabet.addAll(characters);
        return alphabet;
    }
}
