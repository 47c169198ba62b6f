package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The names and values that the tests of this package share. */
final class Questions {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Repository API = repository("payments/api");
    static final String ROLE = "arn:aws:iam::222222222222:role/ci";
    static final String SESSION = "arn:aws:sts::222222222222:assumed-role/ci/one";
    static final String USER = "arn:aws:iam::222222222222:user/bob";
    static final String ROOT = "arn:aws:iam::222222222222:root";
    static final String OTHER_ROLE = "arn:aws:iam::333333333333:role/ci";
    static final String LAMBDA = "lambda.amazonaws.com";
    static final String PULL = "ecr:BatchGetImage";

    private Questions() {}

    static Repository repository(String name) {
        return new Repository(new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName(name));
    }

    static Principal principal(String text) {
        return Principals.parse(text.startsWith("arn:") ? "AWS" : "Service", text);
    }

    static Question pull(String principal) {
        return new Question(principal(principal), PULL, API);
    }

    static PolicyDocument policy(String... statements) {
        return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":["
                + String.join(",", statements).replace('\'', '"') + "]}");
    }

    static EvaluationResult ask(
            PolicyDocument repository, PolicyDocument registry, Question question, Map<String, List<String>> context) {
        return Evaluation.of(repository, registry, Partition.AWS)
                .answer(question, question.known(NOW).and(context));
    }

    static EvaluationResult ask(PolicyDocument repository, String principal) {
        return ask(repository, PolicyDocument.empty(), pull(principal), Map.of());
    }

    static String verdict(PolicyDocument repository, String principal) {
        Verdict verdict = ask(repository, principal).verdict();
        return verdict.dependsOn().isEmpty() ? verdict.word() : verdict.word() + verdict.dependsOn();
    }
}
