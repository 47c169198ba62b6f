package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.Optional;

/**
 * Finds policies in what the AWS CLI answers.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/ecr/get-repository-policy.html">get-repository-policy</a>
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/ecr/get-registry-policy.html">get-registry-policy</a>
 */
final class CliAnswer {
    private CliAnswer() {}

    static void find(JsonNode answer, Finder finder) {
        Optional<AccountId> owner = AccountId.parse(answer.path("registryId").asText());
        if (answer.has("policyText")) {
            Source source = answer.has("repositoryName")
                    ? Source.REPOSITORY
                    : answer.has("registryId")
                            ? Source.REGISTRY
                            : finder.beforehand().source();
            finder.add(answer.path("repositoryName").asText(), "/policyText", answer.path("policyText"), source, owner);
        }
        JsonNode templates = answer.path("repositoryCreationTemplates");
        for (int at = 0; at < templates.size(); at++) {
            JsonNode template = templates.path(at);
            if (template.path("repositoryPolicy").isTextual()) {
                finder.add(
                        "template " + template.path("prefix").asText(),
                        "/repositoryCreationTemplates/" + at + "/repositoryPolicy",
                        template.path("repositoryPolicy"),
                        Source.REPOSITORY,
                        owner);
            }
        }
    }
}
