package dev.ecrbot.command;

import dev.ecrbot.ecr.Target;

/** A repository, or a pattern of them, that somebody named, found among the configured registries. */
public record TargetRef(String registry, Target target) {
    public TargetRef {
        if (registry.isBlank()) {
            throw new IllegalArgumentException("a registry has a name");
        }
    }

    /** Returns the form that names it whatever else is configured: {@code registry/region:name}. */
    public String text() {
        return registry + "/" + target.region() + ":" + target.text();
    }
}
