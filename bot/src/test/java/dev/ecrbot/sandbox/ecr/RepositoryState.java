package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.Repository;
import java.time.Instant;
import java.util.ArrayList;
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
}
