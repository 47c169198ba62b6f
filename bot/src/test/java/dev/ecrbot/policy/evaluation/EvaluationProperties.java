package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.Sampled;
import dev.ecrbot.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EvaluationProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int COMPLETIONS = 40;

    /** By what names a statement may mean each caller. */
    private static final Map<String, List<String>> CALLERS = Map.of(
            Questions.ROLE, List.of(Questions.ROLE, Questions.ROOT, "222222222222"),
            Questions.SESSION, List.of(Questions.SESSION, Questions.ROLE, Questions.ROOT, "222222222222"),
            Questions.USER, List.of(Questions.USER, Questions.ROOT, "222222222222"),
            Questions.ROOT, List.of(Questions.ROOT, "222222222222"),
            Questions.OTHER_ROLE, List.of(Questions.OTHER_ROLE, "333333333333"),
            Questions.LAMBDA, List.of(Questions.LAMBDA));

    @Property(tries = 3000)
    void whereAllIsKnownItAgreesWithBruteForce(@ForAll long seed) {
        var universe = new Universe(seed);
        var made = new Made(universe, false);
        Map<String, List<String>> request = universe.request();
        EvaluationResult answer = made.answer(request);
        if (made.isOfOneSessionOnly(answer.verdict())) {
            return;
        }
        assertThat(answer.verdict().word()).isEqualTo(made.bruteForce(request) ? "yes" : "no");
        assertThat(answer.verdict() instanceof Verdict.Yes).isNotEqualTo(answer.verdict() instanceof Verdict.No);
    }

    @Property(tries = 3000)
    @Sampled(240)
    void yesAndNoHoldWhateverTurnsOutToBeTrueOfTheRest(@ForAll long seed) {
        var universe = new Universe(seed);
        var made = new Made(universe, true);
        Map<String, List<String>> some = universe.some(universe.request());
        Verdict verdict = made.answer(some).verdict();
        if (verdict instanceof Verdict.Conditional conditional) {
            assertThat(conditional.keys()).isNotEmpty().doesNotHaveDuplicates();
            return;
        }
        for (int times = 0; times < COMPLETIONS; times++) {
            var all = new HashMap<>(universe.request());
            all.keySet().removeIf(key -> made.caller.equals(Questions.LAMBDA) && key.startsWith("aws:Principal"));
            all.putAll(some);
            assertThat(made.bruteForce(all))
                    .as("%s %s %s %s %s", verdict, made.question, all, made.repository, made.registry)
                    .isEqualTo(verdict instanceof Verdict.Yes);
        }
    }

    @Property(tries = 2000)
    void whatItDependsOnIsEnoughToDecide(@ForAll long seed) {
        var universe = new Universe(seed);
        var made = new Made(universe, false);
        Map<String, List<String>> request = universe.request();
        Map<String, List<String>> known = new HashMap<>(universe.some(request));
        for (int rounds = 0; rounds <= Universe.KEYS.size(); rounds++) {
            Verdict verdict = made.answer(known).verdict();
            if (verdict.dependsOn().isEmpty() || made.isOfOneSessionOnly(verdict)) {
                return;
            }
            request.forEach((key, values) -> {
                if (verdict.dependsOn().stream().anyMatch(key::equalsIgnoreCase)) {
                    known.put(key, values);
                }
            });
        }
        assertThat(made.answer(known).verdict().word()).isNotEqualTo("conditional");
    }

    /** Two policies and a question. */
    private static final class Made {
        private final String repository;
        private final String registry;
        private final Question question;
        private final String caller;

        Made(Universe universe, boolean notPrincipal) {
            repository = universe.policy(false, notPrincipal);
            registry = universe.policy(true, notPrincipal);
            caller = universe.pick(List.copyOf(new TreeSet<>(CALLERS.keySet())));
            question = new Question(
                    Questions.principal(caller),
                    universe.pick(List.of("ecr:BatchGetImage", "ecr:PutImage", "ecr:DescribeImages")),
                    universe.pick(List.of(Questions.API, Questions.repository("sales/web"))));
        }

        /** Returns whether the role is asked about and what is said depends on which of its sessions it is. */
        boolean isOfOneSessionOnly(Verdict verdict) {
            return caller.equals(Questions.ROLE)
                    && repository.concat(registry).contains(Questions.SESSION)
                    && verdict.dependsOn().equals(List.of("Principal"));
        }

        EvaluationResult answer(Map<String, List<String>> context) {
            return Questions.ask(PolicyDocument.parse(repository), PolicyDocument.parse(registry), question, context);
        }

        boolean bruteForce(Map<String, List<String>> request) {
            var context = new HashMap<String, List<String>>();
            request.forEach((key, values) -> {
                if (!values.isEmpty()) {
                    context.put(key.toLowerCase(Locale.ROOT), values);
                }
            });
            var statements = new ArrayList<JsonNode>();
            statements(repository).forEach(statements::add);
            statements(registry).forEach(statements::add);
            return new BruteForce(
                            CALLERS.get(caller),
                            question.action(),
                            question.repository().arn(),
                            context)
                    .allows(statements);
        }

        private static JsonNode statements(String policy) {
            try {
                return MAPPER.readTree(policy).get("Statement");
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
