package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.PolicyDiff;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Holds the differences of pairs of policies against brute force over requests of every kind that their conditions tell apart:
 * whatever is decided otherwise is named with its direction, and nothing else is.
 */
class PairProperties {
    /** More keys at once would make more requests than can be gone through: so of eleven pairs one is left out. */
    private static final int MOST_REQUESTS = 4_000;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF, seed = "20261131")
    void everythingThatIsDecidedOtherwiseIsNamedAndNothingElse(@ForAll long seed) {
        new Pair(seed).check();
    }

    @Tag("full")
    @Property(tries = 110_000, shrinking = ShrinkingMode.OFF, seed = "20261132")
    void everythingThatIsDecidedOtherwiseIsNamedAndNothingElseInManyPairs(@ForAll long seed) {
        new Pair(seed).check();
    }

    /** Two policies that share a statement or none and differ in one or two, and every kind of request. */
    private static final class Pair {
        private final List<JsonNode> was;
        private final List<JsonNode> is;
        private final String text;
        private final List<Effect> effects;
        private final List<Map<String, List<String>>> requests;
        private final Map<String, BitSet> met = new HashMap<>();

        Pair(long seed) {
            var universe = new Universe(seed, List.of());
            List<String> shared =
                    universe.statements(false, false).stream().limit(1).toList();
            var first = new ArrayList<>(shared);
            first.addAll(universe.statements(false, false).stream().limit(1).toList());
            var second = new ArrayList<>(shared);
            second.addAll(universe.changed(first.subList(shared.size(), first.size())));
            String before = universe.policy(first);
            String after = universe.policy(second);
            text = before + " " + after;
            was = Population.statements(before);
            is = Population.statements(after);
            effects = effects(before, after);
            requests = requests(text.toLowerCase(Locale.ROOT));
            Assume.that(requests.size() <= MOST_REQUESTS);
        }

        void check() {
            var witnessed = new TreeSet<String>();
            for (Map.Entry<String, List<String>> caller : Population.CALLERS.entrySet()) {
                Principal principal = Questions.principal(caller.getKey());
                List<Map<String, List<String>>> own = requests;
                if (caller.getKey().equals(Questions.LAMBDA)) {
                    own = requests.stream()
                            .filter(request ->
                                    request.keySet().stream().noneMatch(key -> key.startsWith("aws:principal")))
                            .toList();
                }
                for (String action : Population.ACTIONS) {
                    BitSet before = allowed(was, caller.getValue(), action, own);
                    BitSet after = allowed(is, caller.getValue(), action, own);
                    check(principal, action, true, without(after, before), witnessed);
                    check(principal, action, false, without(before, after), witnessed);
                }
            }
            effects.forEach(effect -> nothingElse(effect, witnessed));
        }

        private void check(Principal caller, String action, boolean gain, BitSet differing, Set<String> witnessed) {
            if (!differing.isEmpty()) {
                witnessed.add(caller.text() + " " + action + " " + gain);
                assertThat(effects)
                        .as("%s %s %s %s", caller, action, gain, text)
                        .anyMatch(
                                effect -> Reach.includes(effect.principal(), caller) && actions(effect, action, gain));
            }
        }

        private static BitSet without(BitSet some, BitSet others) {
            var left = (BitSet) some.clone();
            left.andNot(others);
            return left;
        }

        private BitSet allowed(
                List<JsonNode> policy, List<String> caller, String action, List<Map<String, List<String>>> own) {
            var allowed = new BitSet();
            var denied = new BitSet();
            var anybody = new BruteForce(caller, action, Questions.API.arn(), Map.of());
            for (JsonNode statement : policy) {
                if (anybody.about(statement) && anybody.does(statement)) {
                    BitSet met = met(statement, own);
                    (statement.get("Effect").asText().equals("Deny") ? denied : allowed).or(met);
                }
            }
            return without(allowed, denied);
        }

        private BitSet met(JsonNode statement, List<Map<String, List<String>>> own) {
            return met.computeIfAbsent(own.size() + statement.toString(), key -> {
                var places = new BitSet();
                for (int place = 0; place < own.size(); place++) {
                    places.set(place, new BruteForce(List.of(), "", "", own.get(place)).conditions(statement));
                }
                return places;
            });
        }

        private void nothingElse(Effect effect, Set<String> witnessed) {
            String caller = effect.principal() instanceof Principal.Everyone
                    ? Population.STRANGER
                    : effect.principal().text();
            boolean told = effect.terms().filter(terms -> !terms.compared()).isEmpty();
            if (told && Population.CALLERS.containsKey(caller)) {
                for (String action : Population.ACTIONS) {
                    for (boolean gain : new boolean[] {true, false}) {
                        assertThat(!actions(effect, action, gain)
                                        || witnessed.contains(caller + " " + action + " " + gain))
                                .as("%s %s %s", effect, action, text)
                                .isTrue();
                    }
                }
            }
        }

        /** Returns requests of every kind that the conditions' keys make. */
        private static List<Map<String, List<String>>> requests(String text) {
            List<Map<String, List<String>>> requests = List.of(Map.of());
            for (Map.Entry<String, List<List<String>>> key : EveryKind.OF_KEYS.entrySet()) {
                if (text.contains(key.getKey().toLowerCase(Locale.ROOT)) && requests.size() <= MOST_REQUESTS) {
                    var more = new ArrayList<Map<String, List<String>>>();
                    for (Map<String, List<String>> request : requests) {
                        for (List<String> values : key.getValue()) {
                            var with = new HashMap<>(request);
                            if (!values.isEmpty()) {
                                with.put(key.getKey().toLowerCase(Locale.ROOT), values);
                            }
                            more.add(with);
                        }
                    }
                    requests = more;
                }
            }
            return requests;
        }
    }

    private static boolean actions(Effect effect, String action, boolean gain) {
        return (gain ? effect.gains() : effect.loses()).stream().anyMatch(said -> Said.means(said, action));
    }

    private static List<Effect> effects(String before, String after) {
        return PolicyDiff.between(PolicyDocument.parse(before), PolicyDocument.parse(after), Population.setting())
                .effects();
    }
}
