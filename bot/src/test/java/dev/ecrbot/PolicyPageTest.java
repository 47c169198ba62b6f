package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.cli.PolicyCommand;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.diff.PolicyDiff;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Setting;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import dev.ecrbot.policy.evaluation.WholeEvaluation;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The examples of policy-cli.md, as they stand there. */
final class PolicyPageTest {
    private static final Page PAGE = Page.read("bot/src/site/markdown/policy-cli.md");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Path THIS = Path.of("src", "test", "java", "dev", "ecrbot", "PolicyPageTest.java");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFileOfTestsDoesWhatThePageSays() throws IOException {
        Path tests =
                Files.writeString(folder.resolve("tests.yaml"), PAGE.find(YAML).get(0));
        policy("\"arn:aws:iam::222222222222:role/ci\"");
        assertThat(run(tests)).isEqualTo("0 ok ok ok ok");
        policy("\"333333333333\"");
        assertThat(run(tests)).isEqualTo("1 FAILED ok FAILED ok");
        policy("\"*\"");
        assertThat(run(tests)).isEqualTo("1 ok ok FAILED FAILED");
    }

    @Test
    void theJavaOfThePageIsTheJavaHere() throws IOException {
        assertThat(List.of(Files.readString(THIS).replaceAll("\\s+", " ")))
                .allMatch(source -> source.contains(
                        PAGE.find(JAVA).get(0).replaceAll("\\s+", " ").strip()));
    }

    @Test
    void theJavaOfThePageRuns() {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::222222222222:root\"},\"Action\":\"ecr:BatchGetImage\"}]}";
        String identity =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ecr:*\",\"Resource\":"
                        + "\"*\"}]}";
        Instant now = Instant.parse("2026-11-29T10:00:00Z");

        PolicyDocument policy = PolicyDocument.parse(text);
        var repository = new Repository(
                new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName("payments/api"));
        Principal role = Principals.parse("AWS", "arn:aws:iam::222222222222:role/ci");

        var question = new Question(role, "ecr:BatchGetImage", repository);
        RequestContext known = question.known(now).and(Map.of("aws:SourceVpce", List.of("vpce-1")));
        EvaluationResult side =
                Evaluation.of(policy, PolicyDocument.empty(), Partition.AWS).answer(question, known);

        OtherPolicies others = OtherPolicies.ofIdentity(List.of(AttachedPolicy.parse(identity)));
        WholeAnswer whole = WholeEvaluation.of(policy, PolicyDocument.empty(), others, Partition.AWS)
                .answer(question, known);

        List<LintFinding> findings = Linter.findings(policy, LintContext.ofRepository(now));

        PolicyDiff diff = PolicyDiff.between(PolicyDocument.empty(), policy, Setting.ofRepository(repository, now));

        assertThat(List.of(side.verdict(), whole.verdict())).containsOnly(new Verdict.Yes());
        assertThat(findings).isEmpty();
        assertThat(diff.effects()).hasSize(1);
    }

    private void policy(String principal) throws IOException {
        Files.writeString(
                folder.resolve("payments-api.json"),
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + principal
                        + "},\"Action\":[\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]}]}");
    }

    /** Returns the exit code and the first word of each test's line. */
    private static String run(Path tests) {
        var out = new StringWriter();
        int exit = new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out, true))
                .execute("test", tests.toString());
        List<String> words = out.toString()
                .lines()
                .filter(line -> line.matches("(ok|FAILED) .*"))
                .map(line -> line.split(" ", -1)[0])
                .toList();
        return exit + " " + String.join(" ", words);
    }
}
