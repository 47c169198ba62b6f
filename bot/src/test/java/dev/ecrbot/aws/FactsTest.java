package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.json;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What is known of a repository besides its policy, as far as AWS tells in time. */
final class FactsTest {

    @Test
    void theNewestImageWithATagThatCanBePulledIsTaken() {
        String signature = "sha256-" + "a".repeat(64) + ".sig";
        try (var aws = new WireAws()) {
            aws.answers(json(200, "{}"));
            aws.answers("DescribeImages", json(200, """
                {"imageDetails": [
                  {"imagePushedAt": 1767225600, "imageTags": ["1.0"]},
                  {"imagePushedAt": 1767312000, "imageTags": ["latest", "1.1"]},
                  {"imagePushedAt": 1767398400, "imageTags": ["%s"]},
                  {"imagePushedAt": 1767398401},
                  {"imageTags": ["undated"]}
                ], "nextToken": "never asked for"}
                """.formatted(signature)));

            assertThat(aws.policies().facts(west("payments/api")).newestImageTag())
                    .contains("1.1");
            assertThat(aws.calls()).isEqualTo(2);
        }
    }

    @Test
    void latestIsATagToo() {
        try (var aws = new WireAws()) {
            aws.answers(
                    json(200, "{\"imageDetails\": [{\"imagePushedAt\": 1767225600, \"imageTags\": [\"latest\"]}]}"));

            assertThat(aws.policies().facts(west("payments/api")).newestImageTag())
                    .contains("latest");
        }
    }

    @Test
    void slowTagsDoNotTakeAwayTheImages() {
        try (var aws = new WireAws(Impatient::hurried)) {
            aws.answers(json(200, "{\"imageDetails\": [{\"imagePushedAt\": 1767225600, \"imageTags\": [\"1.0\"]}]}"));
            aws.policies().facts(west("payments/api"));
            aws.answers("ListTagsForResource", json(200, "{}").withFixedDelay(5_000));

            var facts = aws.policies().facts(west("payments/api"));

            assertThat(facts.tags()).isEmpty();
            assertThat(facts.newestImageTag()).contains("1.0");
        }
    }

    @Test
    void tagsThatDecideAreReadOrAFailure() {
        try (var aws = new WireAws()) {
            aws.answers(json(200, "{\"tags\": [{\"Key\": \"owner\", \"Value\": \"pay\"}]}"));
            assertThat(aws.policies().tags(west("payments/api"))).containsEntry("owner", "pay");

            aws.answers(json(400, "{\"__type\": \"AccessDeniedException\", \"message\": \"not authorized\"}"));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> aws.policies().tags(west("payments/api")))
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Code.AWS_ACCESS_DENIED));
        }
    }

    @Test
    void brokenAnswersAreLeftOut() {
        try (var aws = new WireAws()) {
            aws.answers(json(
                    200, "{\"tags\": [{\"Key\": \"a\"}, {\"Key\": \"b\", \"Value\": \"c\"}], \"imageDetails\": 7}"));

            assertThat(aws.policies().facts(west("payments/api")).tags()).containsOnlyKeys("b");
            assertThat(aws.policies().facts(west("payments/api")).newestImageTag())
                    .isEmpty();
        }
    }
}
