package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.operator.Crossing;
import dev.ecrbot.policy.operator.Glob;
import dev.ecrbot.policy.operator.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which of the conditions about one key requests can meet together. Conditions tell requests apart by their key's
 * value only in so many ways: for each of these one value is tried.
 */
public final class Kinds {
    /** How many kinds of values of one key are told apart; beyond that nobody reads what comes of it. */
    private static final int MOST = 400;
    /** Up to how many values that differ in what they meet are tried together, where a key has several. */
    private static final int FEW = 12;

    /** Keys that every request has. */
    private static final Set<String> EVERYWHERE = Set.of("aws:securetransport", "aws:requestedregion");

    private final List<ConditionMatcher> terms;
    private final String key;
    private final RequestContext known;

    private Kinds(List<ConditionMatcher> terms, RequestContext known) {
        this.terms = terms;
        this.key = terms.get(0).key();
        this.known = known;
    }

    /**
     * Returns every set of terms, by their texts, of which a request can meet these and no others; nothing if that would take
     * too long to find out. Of a term that can't be tried, requests are taken to meet it or not.
     *
     * @param terms some of the same key
     */
    public static Optional<List<Set<String>>> of(List<ConditionMatcher> terms, RequestContext known) {
        boolean open = !(known.folded(terms.get(0).key()) instanceof Value.Present);
        List<ConditionMatcher> tried =
                terms.stream().filter(term -> open && term.isTold(known)).toList();
        List<Set<String>> kinds = List.of(Set.of());
        if (!tried.isEmpty()) {
            Optional<List<Set<String>>> told = new Kinds(tried, known).kinds();
            if (told.isEmpty()) {
                return told;
            }
            kinds = told.get();
        }
        for (ConditionMatcher term : terms) {
            if (!tried.contains(term)) {
                kinds = either(kinds, term.text());
            }
            if (kinds.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(kinds);
    }

    private Optional<List<Set<String>>> kinds() {
        Optional<Set<String>> texts = texts();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Map<Set<String>, String> single = new LinkedHashMap<>();
        texts.get().forEach(text -> met(List.of(text)).ifPresent(met -> single.putIfAbsent(met, text)));
        if (single.isEmpty()) {
            return Optional.of(terms.stream()
                    .map(ConditionMatcher::text)
                    .reduce(List.of(Set.of()), Kinds::either, (one, other) -> one));
        }
        var kinds = new LinkedHashSet<Set<String>>();
        if (known.folded(key) instanceof Value.Unknown && !EVERYWHERE.contains(key)) {
            met(List.of()).ifPresent(kinds::add);
        }
        kinds.addAll(single.keySet());
        if (terms.stream().anyMatch(ConditionMatcher::takesSeveral)
                && (RequestContext.isMany(key) || !key.startsWith("aws:"))) {
            together(List.copyOf(single.values())).forEach(values -> met(values).ifPresent(kinds::add));
        }
        return kinds.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(kinds));
    }

    /** Returns values of which between them every kind is one. */
    private Optional<Set<String>> texts() {
        var texts = new LinkedHashSet<String>();
        List<String> written =
                terms.stream().flatMap(term -> term.written().stream()).toList();
        texts.addAll(Samples.of(written));
        List<Pattern> patterns =
                terms.stream().flatMap(term -> term.patterns(known).stream()).toList();
        if (!patterns.isEmpty()) {
            Optional<Collection<String>> witnesses = witnesses(patterns);
            if (witnesses.isEmpty()) {
                return Optional.empty();
            }
            texts.addAll(witnesses.get());
        }
        if (known.folded(key) instanceof Value.Formed formed) {
            texts.removeIf(text -> formed.forms().stream().noneMatch(form -> form.matches(text)));
        }
        return Optional.of(texts);
    }

    private Optional<Collection<String>> witnesses(List<Pattern> patterns) {
        List<Pattern> domain = known.folded(key) instanceof Value.Formed formed
                ? formed.forms()
                : List.of(new Pattern(
                        Glob.of(terms.stream().anyMatch(ConditionMatcher::comparesArns) ? "*:*:*:*:*:*" : "?*"),
                        Pattern.Mode.LIKE));
        List<Pattern> wide = patterns.stream().filter(Pattern::isWide).toList();
        Set<String> plain = new HashSet<>();
        patterns.stream().filter(pattern -> !pattern.isWide()).forEach(pattern -> plain.add(pattern.text()));
        Optional<Map<BitSet, String>> found = Crossing.of(wide, domain);
        var together = new ArrayList<>(wide);
        found.stream()
                .flatMap(all -> all.values().stream())
                .filter(plain::contains)
                .forEach(text -> together.add(Pattern.plain(text)));
        var texts = new LinkedHashSet<>(plain);
        // A value that is named by itself isn't the only one of its kind: there may be another that isn't named.
        return (together.size() == wide.size() ? found : Crossing.of(together, domain)).map(all -> {
            texts.addAll(all.values());
            return texts;
        });
    }

    private Optional<Set<String>> met(List<String> values) {
        Value value = Value.of(values);
        var met = new HashSet<String>();
        for (ConditionMatcher term : terms) {
            Truth truth = term.in(value, known);
            if (!truth.known()) {
                return Optional.empty();
            }
            if (truth.isTrue()) {
                met.add(term.text());
            }
        }
        return Optional.of(met);
    }

    private static List<List<String>> together(List<String> values) {
        var together = new ArrayList<List<String>>();
        for (int one = 0; one < values.size(); one++) {
            for (int two = one + 1; two < values.size(); two++) {
                together.add(List.of(values.get(one), values.get(two)));
                for (int three = two + 1; three < values.size() && values.size() <= FEW; three++) {
                    together.add(List.of(values.get(one), values.get(two), values.get(three)));
                }
            }
        }
        return together;
    }

    private static List<Set<String>> either(List<Set<String>> kinds, String text) {
        var both = new ArrayList<>(kinds);
        kinds.forEach(kind -> {
            var with = new HashSet<>(kind);
            with.add(text);
            both.add(with);
        });
        return both;
    }
}
