package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one question to 10,000 policies takes on one core: may this role pull, now? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluationBench {
    private static final int POLICIES = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Principal ROLE =
            new Principal.Role(Partition.AWS, new AccountId("222222222224"), "/", "deploy-002");

    /** How many statements each policy has; as many as 40 fill one. */
    @Param({"5", "10", "20", "40"})
    public int statements = 5;

    private List<PolicyDocument> documents = List.of();
    private List<Evaluation> evaluations = List.of();
    private List<Question> questions = List.of();

    @Setup
    public void setUp() {
        String text = FullPolicies.statements(statements);
        documents = IntStream.range(0, POLICIES)
                .mapToObj(i -> PolicyDocument.parse(text))
                .toList();
        evaluations = documents.stream().map(EvaluationBench::evaluation).toList();
        questions = IntStream.range(0, POLICIES)
                .mapToObj(i -> new Question(ROLE, "ecr:BatchGetImage", repository(i)))
                .toList();
        if (evaluate() != POLICIES || prepareAndEvaluate() != POLICIES) {
            throw new IllegalStateException("every policy allows it");
        }
    }

    /** Asks policies that were made ready before. */
    @Benchmark
    public int evaluate() {
        int yes = 0;
        for (int i = 0; i < POLICIES; i++) {
            yes += says(evaluations.get(i), questions.get(i));
        }
        return yes;
    }

    /** Asks policies that were parsed before and nothing more. */
    @Benchmark
    public int prepareAndEvaluate() {
        int yes = 0;
        for (int i = 0; i < POLICIES; i++) {
            yes += says(evaluation(documents.get(i)), questions.get(i));
        }
        return yes;
    }

    private static Evaluation evaluation(PolicyDocument document) {
        return Evaluation.of(document, PolicyDocument.empty(), Partition.AWS);
    }

    private static int says(Evaluation evaluation, Question question) {
        return evaluation.answer(question, question.known(NOW)).verdict() instanceof Verdict.Yes ? 1 : 0;
    }

    private static Repository repository(int number) {
        return new Repository(
                new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName("team/service-" + number));
    }
}
