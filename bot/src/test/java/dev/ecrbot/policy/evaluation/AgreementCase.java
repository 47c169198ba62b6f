package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.assertj.core.api.AbstractBooleanAssert;

/** Two policies of a registry, a question about them, and what is known of the request; all made of one number. */
final class AgreementCase {
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:PutImage",
            "ecr:DescribeImages",
            "ecr:GetAuthorizationToken",
            "ecr:PutRegistryPolicy",
            "ecr:DescribeRegistry",
            "ecr:NoSuch",
            "s3:GetObject");
    /** Beside it each Deny counts. */
    private static final String EVERYTHING = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\"}";

    private static final int REQUESTS = 12;
    private static final int COINS = 8;
    /** So many that one of them falls each way for two statements' doubts. */
    private static final int MANY_COINS = 48;

    private final Universe universe;
    private final List<String> policies;
    private final String caller;
    private final Question question;
    private final Map<String, List<String>> known;
    private final List<JsonNode> statements = new ArrayList<>();

    private AgreementCase(Universe universe, List<String> policies, boolean allKnown) {
        this.universe = universe;
        this.policies = policies;
        caller = universe.pick(Asker.principals());
        question = new Question(
                Principals.parse(caller.startsWith("arn:") ? "AWS" : "Service", caller),
                universe.pick(ACTIONS),
                universe.pick(List.of(Questions.API, Questions.repository("bob/web"))));
        Map<String, List<String>> request = universe.request();
        known = allKnown ? new HashMap<>(request) : universe.some(request);
        if (!caller.startsWith("arn:")) {
            known.keySet().removeIf(key -> key.startsWith("aws:Principal"));
        }
        policies.forEach(policy -> statements.addAll(BruteForce.statements(policy)));
    }

    /** Holds a yes and a no against whoever may be behind the principal, whatever turns out to be true of the rest. */
    static final class Decided implements LongConsumer {
        @Override
        public void accept(long seed) {
            var universe = Universe.wide(seed);
            List<String> statements = universe.statements(false, true);
            if (universe.pick(List.of(0, 1, 2)) == 0) {
                statements.add(EVERYTHING);
            }
            String repository = universe.policy(statements);
            new AgreementCase(universe, List.of(repository, universe.policy(true, true)), false).holdsForEverybody();
        }
    }

    /**
     * Holds it against brute force that an answer stays open although all keys are known: another person behind the principal,
     * or another reading of what IAM leaves open, has to decide otherwise. One statement at a time: three-valued logic doesn't
     * see that two doubts are one.
     */
    static final class Open implements LongConsumer {
        @Override
        public void accept(long seed) {
            var universe = Universe.wide(seed);
            boolean registry = universe.pick(List.of(true, false));
            String one = universe.policy(
                    universe.statements(registry, false).stream().limit(1).toList());
            String none = universe.policy(List.of());
            new AgreementCase(universe, registry ? List.of(none, one) : List.of(one, none), true).staysOpenForAReason();
        }
    }

    private void holdsForEverybody() {
        Verdict verdict = verdict();
        if (verdict instanceof Verdict.Conditional) {
            return;
        }
        boolean yes = verdict instanceof Verdict.Yes;
        for (Asker asker : Asker.of(caller, yes)) {
            for (int times = 0; times < REQUESTS; times++) {
                told(verdict, allows(asker, times % COINS)).isEqualTo(yes);
            }
        }
    }

    private void staysOpenForAReason() {
        Verdict verdict = verdict();
        boolean untold = verdict.dependsOn().stream().anyMatch(this::hasMoreReadingsThanAreTried);
        if (!(verdict instanceof Verdict.Conditional) || untold) {
            return;
        }
        boolean yes = false;
        boolean no = false;
        for (Asker asker : Asker.of(caller, true)) {
            for (int coin = 0; coin < MANY_COINS && !(yes && no); coin++) {
                boolean allows = allows(asker, coin);
                yes |= allows;
                no |= !allows;
            }
        }
        told(verdict, yes && no).isTrue();
    }

    /** There are more paths, sessions and federated users than a few, and more readings of a statement than coins. */
    private boolean hasMoreReadingsThanAreTried(String on) {
        return on.equalsIgnoreCase("aws:PrincipalArn")
                || on.equals("Principal")
                || (on.equals("Statement") && statements.stream().anyMatch(this::isPerhapsAboutTheAction));
    }

    private boolean isPerhapsAboutTheAction(JsonNode statement) {
        return statement.path("Action").isObject()
                || new BruteForce(
                                List.of(),
                                question.action(),
                                question.repository().arn(),
                                Map.of())
                        .does(statement);
    }

    private Verdict verdict() {
        return Questions.ask(
                        PolicyDocument.parse(policies.get(0)), PolicyDocument.parse(policies.get(1)), question, known)
                .verdict();
    }

    private boolean allows(Asker asker, int coin) {
        var all = new HashMap<>(universe.request());
        all.putAll(known);
        return new BruteForce(
                        asker.names(), question.action(), question.repository().arn(), asker.request(all), coin)
                .allows(statements);
    }

    private AbstractBooleanAssert<?> told(Verdict verdict, boolean actual) {
        return assertThat(actual).as("%s for %s, known %s: %s", verdict, question, known, policies);
    }
}
