package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.policy.Unresolved;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.Map;
import java.util.Optional;

/**
 * Finds policies in a CloudFormation template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECR.html">CloudFormation: ECR</a>
 */
final class CloudFormation {
    private static final Map<String, Property> PROPERTIES = Map.of(
            "AWS::ECR::Repository", new Property("RepositoryPolicyText", Source.REPOSITORY),
            "AWS::ECR::RegistryPolicy", new Property("PolicyText", Source.REGISTRY),
            "AWS::ECR::RepositoryCreationTemplate", new Property("RepositoryPolicy", Source.REPOSITORY));

    private CloudFormation() {}

    private record Property(String name, Source source) {}

    static void find(JsonNode template, Finder finder) {
        var intrinsics = new Intrinsics(template.path("Parameters"), finder.beforehand());
        for (var resource : template.path("Resources").properties()) {
            Property property = PROPERTIES.get(resource.getValue().path("Type").asText());
            JsonNode written = property == null
                    ? resource.getValue().path("Properties").path("")
                    : resource.getValue().path("Properties").path(property.name());
            if (property == null || written.isMissingNode()) {
                continue;
            }
            JsonNode policy = intrinsics.resolved(written);
            if (policy.isTextual() && Unresolved.in(policy.textValue())) {
                finder.open(resource.getKey());
            } else {
                finder.add(
                        resource.getKey(),
                        "/Resources/" + escaped(resource.getKey()) + "/Properties/" + property.name(),
                        policy,
                        property.source(),
                        Optional.empty());
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
