package dev.ecrbot.ecr;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What else writes the policy of a repository, by its tags.
 *
 * @param name what it is called
 * @param advice what to set there so that it leaves the policy alone
 */
public record OtherTool(String name, String advice) {
    private static final OtherTool CLOUDFORMATION = new OtherTool("CloudFormation", RegistryWords.leaveOutOfTemplate());
    private static final OtherTool TERRAFORM = new OtherTool("Terraform", RegistryWords.leaveOutOfTerraform());
    private static final OtherTool ACK = new OtherTool("ACK", RegistryWords.leaveOutOfResource());

    /** Returns the one that a repository's tags tell of; empty if they tell of none. */
    public static Optional<OtherTool> by(Map<String, String> tags) {
        if (tags.keySet().stream().anyMatch(key -> key.startsWith("aws:cloudformation:"))) {
            return Optional.of(CLOUDFORMATION);
        }
        if (tags.keySet().stream().anyMatch(key -> key.startsWith("services.k8s.aws/"))) {
            return Optional.of(ACK);
        }
        return tags.entrySet().stream()
                .filter(tag -> (tag.getKey() + " " + tag.getValue())
                        .toLowerCase(Locale.ROOT)
                        .contains("terraform"))
                .findFirst()
                .map(tag -> TERRAFORM);
    }
}
