package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.Sampled;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.Effects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Checks who gains and who loses what against brute force, which knows nothing of effects, at every end and beside it. */
class EffectsProperties {
    private static final int REQUESTS = 5;
    private static final List<String> ENDS =
            List.of("2026-11-22T09:00:00Z", "2026-11-25T10:00:00Z", "2026-11-29T10:00:00Z", "2026-12-24T18:00:00Z");

    @Property(tries = 1000)
    @Sampled(48)
    void whateverChangesForAnybodyIsNamed(@ForAll long seed) {
        var made = new Made(seed);
        for (Map.Entry<String, List<String>> caller : Population.CALLERS.entrySet()) {
            Principal principal = Questions.principal(caller.getKey());
            for (Instant moment : moments().toList()) {
                for (String action : Population.ACTIONS) {
                    for (Map<String, List<String>> request : made.requests) {
                        boolean was = allows(made.was, caller.getValue(), action, moment, request);
                        boolean is = allows(made.is, caller.getValue(), action, moment, request);
                        assertThat(was == is || named(made.effects, principal, action, moment, is))
                                .as("%s %s %s: %s, then %s", principal, action, moment, was, is)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 1000)
    @Sampled(100)
    void whatIsNamedWithoutAConditionIsSoForCertain(@ForAll long seed) {
        var made = new Made(seed);
        for (Effect effect : made.effects) {
            Optional<List<String>> caller = effect.principal() instanceof Principal.Everyone
                    ? Optional.of(List.of("nobody"))
                    : Optional.ofNullable(
                            Population.CALLERS.get(effect.principal().text()));
            if (caller.isEmpty() || !effect.conditions().isEmpty()) {
                continue;
            }
            for (String action : Population.ACTIONS) {
                for (Instant moment : moments().toList()) {
                    if (about(effect, action, moment)) {
                        assertThat(made.requests)
                                .allMatch(request ->
                                        allows(made.is, caller.get(), action, moment, request) == gains(effect));
                    }
                }
            }
        }
    }

    @Property(tries = 1000)
    @Sampled(100)
    void nothingIsNamedThatDoesntDiffer(@ForAll long seed) {
        var made = new Made(seed);
        for (Effect effect : made.effects) {
            if (Population.CALLERS.containsKey(effect.principal().text())) {
                assertThat(Population.ACTIONS.stream().filter(action -> actions(effect, action)))
                        .allMatch(action ->
                                moments().anyMatch(moment -> made.differs(effect.principal(), action, moment)));
            }
        }
    }

    @Property(tries = 1000)
    void aPolicyInAnyOrderAndWithRepeatsMeansTheSame(@ForAll long seed) {
        var universe = new Universe(seed, ENDS);
        var statements = new ArrayList<>(universe.statements(false, true));
        String policy = universe.policy(statements);
        if (!statements.isEmpty()) {
            statements.add(universe.pick(statements));
        }
        Collections.shuffle(statements, new Random(seed));
        assertThat(effects(policy, universe.policy(statements))).isEmpty();
    }

    private static boolean named(List<Effect> effects, Principal caller, String action, Instant moment, boolean gains) {
        return effects.stream()
                .filter(effect -> Reach.includes(effect.principal(), caller) && gains(effect) == gains)
                .anyMatch(effect -> about(effect, action, moment));
    }

    private static boolean gains(Effect effect) {
        return effect.loses().isEmpty();
    }

    private static boolean about(Effect effect, String action, Instant moment) {
        return actions(effect, action)
                && effect.from().filter(moment::isBefore).isEmpty()
                && effect.until().filter(until -> !moment.isBefore(until)).isEmpty();
    }

    private static boolean actions(Effect effect, String action) {
        return Stream.of(effect.gains(), effect.loses())
                .flatMap(said -> said.stream())
                .anyMatch(said -> Said.means(said, action));
    }

    private static Stream<Instant> moments() {
        return Stream.concat(
                Stream.of(Questions.NOW),
                ENDS.stream()
                        .map(Instant::parse)
                        .flatMap(end -> Stream.of(end.minusSeconds(1), end, end.plusSeconds(1)))
                        .filter(Questions.NOW::isBefore));
    }

    private static List<Effect> effects(String before, String after) {
        return Effects.between(PolicyDocument.parse(before), PolicyDocument.parse(after), Population.setting());
    }

    private static boolean allows(
            List<JsonNode> policy,
            List<String> caller,
            String action,
            Instant moment,
            Map<String, List<String>> request) {
        var context = new HashMap<String, List<String>>();
        request.forEach((key, values) -> {
            if (!values.isEmpty()) {
                context.put(key.toLowerCase(Locale.ROOT), values);
            }
        });
        if (caller.contains(Questions.LAMBDA)) {
            context.keySet().removeIf(key -> key.startsWith("aws:principal"));
        }
        context.put("aws:currenttime", List.of(moment.toString()));
        return new BruteForce(caller, action, Questions.API.arn(), context).allows(policy);
    }

    /** Two policies that share some statements, what their difference is said to be, and some requests. */
    private static final class Made {
        private final String before;
        private final String after;
        private final List<JsonNode> was;
        private final List<JsonNode> is;
        private final List<Effect> effects;
        private final List<Map<String, List<String>>> requests = new ArrayList<>();

        Made(long seed) {
            var universe = new Universe(seed, ENDS);
            List<String> shared = universe.statements(false, true);
            var first = new ArrayList<>(shared);
            first.addAll(universe.statements(false, true).stream().limit(2).toList());
            var second = new ArrayList<>(
                    universe.statements(false, true).stream().limit(2).toList());
            second.addAll(shared);
            before = universe.policy(first);
            after = universe.policy(second);
            was = Population.statements(before);
            is = Population.statements(after);
            effects = effects(before, after);
            for (int count = 0; count < REQUESTS; count++) {
                requests.add(universe.request());
            }
        }

        boolean differs(Principal caller, String action, Instant moment) {
            var question = new Question(caller, action, Questions.API);
            RequestContext known = question.known(moment);
            Verdict was = verdict(before, question, known);
            Verdict is = verdict(after, question, known);
            return !was.equals(is) || !was.dependsOn().isEmpty() || caller instanceof Principal.Account;
        }

        private static Verdict verdict(String policy, Question question, RequestContext known) {
            return Evaluation.of(
                            PolicyDocument.parse(policy),
                            PolicyDocument.empty(),
                            Questions.API.region().partition())
                    .answer(question, known)
                    .verdict();
        }
    }
}
