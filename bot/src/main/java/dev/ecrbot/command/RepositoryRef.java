package dev.ecrbot.command;

import dev.ecrbot.ecr.Repository;

/** A repository that somebody named, found among the configured registries. */
public record RepositoryRef(String registry, Repository repository) {
    public RepositoryRef {
        if (registry.isBlank()) {
            throw new IllegalArgumentException("a registry has a name");
        }
    }

    /** Returns the form that names it whatever else is configured: {@code registry/region:name}. */
    public String text() {
        return registry + "/" + repository.region() + ":" + repository.name();
    }
}
