package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept of a repository; guarded by the lock of the model. */
final class RepositoryState {

    final Repository repository;
    final Instant createdAt;
    final Map<String, String> tags = new TreeMap<>();
    final List<Image> images = new ArrayList<>();
    final PolicySlot policy;

    RepositoryState(Repository repository, Instant createdAt) {
        this.repository = repository;
        this.policy = new PolicySlot(repository);
        this.createdAt = createdAt;
    }

    /** Adds an image; a tag that another one has moves over to it. */
    void push(String digest, Instant pushedAt, List<String> moving) {
        images.replaceAll(image -> new Image(
                image.digest(),
                image.tags().stream().filter(tag -> !moving.contains(tag)).toList(),
                image.pushedAt()));
        images.add(new Image(digest, moving, pushedAt));
        // Listed by digest, as far as AWS's order can be told: not by time, in any case.
        images.sort(Comparator.comparing(image -> image.digest().hashCode()));
    }
}
