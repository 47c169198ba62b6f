package dev.ecrbot.index;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A repository as it was read.
 *
 * @param tags as far as its policy, or its registry's, speaks of tags
 * @param read when
 * @param trouble why it couldn't be read since then, if it was tried
 */
public record IndexedRepository(
        Repository repository, IndexedPolicy policy, Map<String, String> tags, Instant read, Optional<String> trouble) {
    public IndexedRepository {
        tags = Map.copyOf(tags);
    }
}
