package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What has been cut, doubled and garbled is read or refused, and never makes anything else happen. */
class MutationTest {
    private static final int MUTANTS = Thoroughness.ofThisRun().of(5_000, 100_000);
    private static final String ALPHABET = "{}[]\",:*?\\0aA1 eE-.$\u0000\ud800";
    private static final List<String> TEXTS = List.of(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"222222222222\",\"*\"]},"
                    + "\"Action\":[\"ecr:Batch*\",\"*\"],\"Condition\":{\"StringLike\":{\"aws:PrincipalArn\":\"${aws:username, 'x'}*\"},"
                    + "\"IpAddressIfExists\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"2001:db8::/32\"]}}}]}",
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::222222222222:role/ci\"},"
                    + "\"NotAction\":\"ecr:P*\",\"Resource\":\"arn:aws:ecr:*:111111111111:repository/*\",\"Condition\":{"
                    + "\"DateLessThan\":{\"aws:CurrentTime\":\"2026-11-29T10:00:00Z\",\"aws:EpochTime\":1795341600},"
                    + "\"NumericLessThanEquals\":{\"aws:MultiFactorAuthAge\":1e3},\"Null\":{\"aws:SourceVpc\":true},"
                    + "\"ForAnyValue:BinaryEquals\":{\"x\":\"QUI=\"}}}}",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\",\"NotResource\":[\"a:b:c\"],"
                    + "\"Condition\":{\"ArnNotLike\":{\"aws:PrincipalArn\":[\"arn:aws:iam::*:role/*\"]},\"Bool\":{\"aws:PrincipalIsAWSService\":false}}}]}");

    private final Question question = new Question(Plans.role("ci"), "ecr:BatchGetImage", Plans.REPOSITORY);
    private final RequestContext known = question.known(Plans.NOW).and(Map.of("aws:SourceIp", List.of("10.0.0.1")));
    private final LintContext lint = new LintContext(
            Source.REGISTRY,
            Optional.of(Plans.CENTRAL),
            Optional.of(Plans.REPOSITORY.region()),
            Map.of(),
            Plans.NOW,
            Optional.empty());

    @Test
    void nothingButProblemsComesOutOfBrokenTexts() {
        var random = new Random(Seed.ofThisRun());
        int read = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            read += tried(broken(TEXTS.get(mutant % TEXTS.size()), random)) ? 1 : 0;
        }
        assertThat(read).isBetween(MUTANTS / 20, MUTANTS - MUTANTS / 20);
    }

    private boolean tried(String text) {
        try {
            PolicyDocument document = PolicyDocument.parse(text);
            Linter.findings(document, lint);
            Evaluation.of(document, document, question.repository().region().partition())
                    .answer(question, known);
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo(Code.POLICY_UNREADABLE);
            return false;
        }
    }

    private static String broken(String text, Random random) {
        var broken = new StringBuilder(text);
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> broken.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> broken.delete(at, Math.min(to, at + broken.length() - 1));
                case 2 -> broken.insert(random.nextInt(broken.length()), broken.substring(at, to));
                default -> broken.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return broken.toString();
    }
}
