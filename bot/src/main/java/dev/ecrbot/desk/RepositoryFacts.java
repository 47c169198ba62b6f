package dev.ecrbot.desk;

import java.util.Map;
import java.util.Optional;

/**
 * What is worth knowing about a repository besides its policy.
 *
 * @param tags the repository's resource tags; empty where they can't be read
 * @param newestImageTag a tag of the image pushed last, for an example that works; empty where there is none
 */
public record RepositoryFacts(Map<String, String> tags, Optional<String> newestImageTag) {
    public RepositoryFacts {
        tags = Map.copyOf(tags);
    }
}
