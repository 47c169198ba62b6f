package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.Map;

/**
 * Finds policies in what {@code terraform show -json} says of a plan or a state.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">Terraform: JSON output format</a>
 */
final class Terraform {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "aws_ecr_repository_policy", "policy",
            "aws_ecr_registry_policy", "policy",
            "aws_ecr_repository_creation_template", "repository_policy");

    private final Finder finder;

    private Terraform(Finder finder) {
        this.finder = finder;
    }

    static void find(JsonNode show, Finder finder) {
        String values = show.has("planned_values") ? "planned_values" : "values";
        new Terraform(finder).module(show.path(values).path("root_module"), "/" + values + "/root_module");
    }

    private void module(JsonNode module, String pointer) {
        JsonNode resources = module.path("resources");
        for (int at = 0; at < resources.size(); at++) {
            resource(resources.path(at), pointer + "/resources/" + at);
        }
        JsonNode children = module.path("child_modules");
        for (int at = 0; at < children.size(); at++) {
            module(children.path(at), pointer + "/child_modules/" + at);
        }
    }

    private void resource(JsonNode resource, String pointer) {
        String type = resource.path("type").asText();
        String attribute = ATTRIBUTES.get(type);
        if (attribute == null || resource.path("mode").asText().equals("data")) {
            return;
        }
        String address = resource.path("address").asText(type);
        JsonNode values = resource.path("values");
        if (values.path(attribute).isTextual()) {
            finder.add(
                    address,
                    pointer + "/values/" + attribute,
                    values.path(attribute),
                    type.equals("aws_ecr_registry_policy") ? Source.REGISTRY : Source.REPOSITORY,
                    AccountId.parse(values.path("registry_id").asText()));
        } else if (!type.equals("aws_ecr_repository_creation_template") || values.has(attribute)) {
            finder.open(address);
        }
    }
}
