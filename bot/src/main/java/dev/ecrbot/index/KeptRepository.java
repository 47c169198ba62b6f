package dev.ecrbot.index;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a repository.
 *
 * @param policy the policy's text, empty where it has none; nothing if it was never read
 * @param tags as far as its policy, or its registry's, speaks of tags
 * @param read when it was read
 * @param trouble why the last try to read it failed
 * @param gone whether it isn't there any more
 * @param changed when this was kept
 */
public record KeptRepository(
        Repository repository,
        Optional<String> policy,
        Map<String, String> tags,
        Optional<Instant> read,
        Optional<String> trouble,
        boolean gone,
        Instant changed) {
    public KeptRepository {
        tags = Map.copyOf(tags);
    }
}
