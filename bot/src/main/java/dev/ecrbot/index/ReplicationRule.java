package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.RepositoryName;
import java.util.List;

/**
 * A rule by which a registry's images are copied to others. Repositories' policies aren't copied with them.
 *
 * @param destinations where to
 * @param prefixes the beginnings of the names that it is for; all names where there is none
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html">Private image replication</a>
 */
public record ReplicationRule(List<RegionalRegistry> destinations, List<String> prefixes) {
    public ReplicationRule {
        destinations = List.copyOf(destinations);
        prefixes = List.copyOf(prefixes);
    }

    /** Returns whether it copies a repository of this name. */
    boolean isFor(RepositoryName name) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(name.value()::startsWith);
    }
}
