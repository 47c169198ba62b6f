package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds every yes and every no against whoever may be behind the principal that is asked about, whatever turns out to be true
 * of the rest, and however IAM settles what it leaves open.
 */
class AgreementProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:PutImage",
            "ecr:DescribeImages",
            "ecr:GetAuthorizationToken",
            "ecr:PutRegistryPolicy",
            "ecr:DescribeRegistry",
            "ecr:NoSuch",
            "s3:GetObject");
    private static final List<String> OF_TEXTS =
            List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIfExists", "Null");
    private static final List<String> OF_PRINCIPALS = List.of(
            "aws:PrincipalTag/of", "aws:PrincipalTag/n", "aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:username");
    private static final int REQUESTS = 12;
    private static final int COINS = 8;

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF, seed = "20261129")
    void noYesAndNoNoIsWrong(@ForAll long seed) {
        new Made(seed).check();
    }

    @Tag("full")
    @Property(tries = 200_000, shrinking = ShrinkingMode.OFF, seed = "20261130")
    void noYesAndNoNoIsWrongInManyDocuments(@ForAll long seed) {
        new Made(seed).check();
    }

    /** Services are nobody's principals: what asks for tags, an organization or an ARN of theirs can be decided, and is. */
    @Test
    void whatServicesNeverCarryIsDecided() throws JsonProcessingException {
        for (String service : List.of(Questions.LAMBDA, Asker.CODEBUILD)) {
            for (String operator : OF_TEXTS) {
                for (String key : OF_PRINCIPALS) {
                    String statement = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"" + Questions.PULL
                            + "\",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\""
                            + (operator.equals("Null") ? "true" : "o-a") + "\"}}}";
                    var request = new BruteForce(
                            List.of(service),
                            Questions.PULL,
                            Questions.API.arn(),
                            Asker.of(service, true).get(0).request(Map.of(key, List.of("o-a"))));
                    assertThat(Questions.verdict(Questions.policy(statement), service))
                            .as("%s by %s", statement, service)
                            .isEqualTo(request.allows(List.of(MAPPER.readTree(statement))) ? "yes" : "no");
                }
            }
        }
    }

    /** Two policies, a question about them, and what is known of the request. */
    private static final class Made {
        private final Universe universe;
        private final String repository;
        private final String registry;
        private final String caller;
        private final Question question;
        private final Map<String, List<String>> some;
        private final List<JsonNode> statements = new ArrayList<>();

        Made(long seed) {
            universe = Universe.wide(seed);
            repository = universe.policy(false, true);
            registry = universe.policy(true, true);
            caller = universe.pick(Asker.principals());
            question = new Question(
                    Principals.parse(caller.startsWith("arn:") ? "AWS" : "Service", caller),
                    universe.pick(ACTIONS),
                    universe.pick(List.of(Questions.API, Questions.repository("bob/web"))));
            some = universe.some(universe.request());
            if (!caller.startsWith("arn:")) {
                some.keySet().removeIf(key -> key.startsWith("aws:Principal"));
            }
            read(repository);
            read(registry);
        }

        void check() {
            Verdict verdict = Questions.ask(
                            PolicyDocument.parse(repository), PolicyDocument.parse(registry), question, some)
                    .verdict();
            if (verdict instanceof Verdict.Conditional) {
                return;
            }
            boolean yes = verdict instanceof Verdict.Yes;
            BiPredicate<Asker, Integer> same = (asker, coin) -> {
                var rest = new HashMap<>(universe.request());
                rest.putAll(some);
                return new BruteForce(
                                        asker.names(),
                                        question.action(),
                                        question.repository().arn(),
                                        asker.request(rest),
                                        coin)
                                .allows(statements)
                        == yes;
            };
            for (Asker asker : Asker.of(caller, yes)) {
                for (int times = 0; times < REQUESTS; times++) {
                    assertThat(same.test(asker, times % COINS))
                            .as("%s for %s, known %s: %s %s", verdict, question, some, repository, registry)
                            .isTrue();
                }
            }
        }

        private void read(String policy) {
            try {
                MAPPER.readTree(policy).get("Statement").forEach(statements::add);
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
