package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading, linting and evaluating a text allocates grows with its length and no faster, whatever stands in it. */
class MemoryTest {
    private static final int LENGTH = 199_000;
    private static final long MOST_PER_CHARACTER = 1_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Question question = new Question(Plans.role("ci"), "ecr:BatchGetImage", Plans.REPOSITORY);
    private final RequestContext known = question.known(Plans.NOW);
    private final LintContext lint = new LintContext(
            Source.REPOSITORY,
            Optional.of(Plans.CENTRAL),
            Optional.of(Plans.REPOSITORY.region()),
            Map.of(),
            Plans.NOW,
            Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\":[|{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\"},|{}]}",
                "{\"Statement\":[|{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\"},|{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:Put*\"}]}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":{\"AWS\":[|\"222222222222\",|\"*\"]}}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[|\"ecr:*a*b\",|\"*\"]}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"|*a|\"}}",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Condition\":{\"StringLike\":{\"aws:PrincipalArn\":\"|${aws:username, 'x'}*|\"}}}}",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Condition\":{\"ArnLike\":{\"aws:PrincipalArn\":[|\"arn:*:*:*:*:*\",|\"*\"]}}}}"
            })
    void growsWithTheLengthAlone(String form) {
        String[] parts = form.split("\\|", 3);
        String text =
                parts[0] + parts[1].repeat((LENGTH - form.length()) / parts[1].length()) + parts[2].replace("|", "");
        tried(text);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        tried(text);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isPositive().isLessThan(MOST_PER_CHARACTER * text.length());
    }

    private void tried(String text) {
        try {
            PolicyDocument document = PolicyDocument.parse(text);
            Linter.findings(document, lint);
            Evaluation.of(document, document, Plans.REPOSITORY.region().partition())
                    .answer(question, known);
        } catch (ProblemException refused) {
            assertThat(refused.problem().what()).isNotEmpty();
        }
    }
}
