package dev.ecrbot.desk.live;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
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

    /** Returns what is known of the target: of many repositories at once, nothing. */
    public static RepositoryFacts of(Target target, Policies policies) {
        return target instanceof Repository repository
                ? policies.facts(repository)
                : new RepositoryFacts(Map.of(), Optional.empty());
    }
}
