package dev.ecrbot.policy.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A statement that had a part in a verdict.
 *
 * @param statement its place in its policy, from 0
 * @param sid as written
 * @param dependsOn what its part depends on; empty if nothing
 */
public record Decider(Source source, int statement, Optional<String> sid, Part part, List<String> dependsOn) {
    public Decider {
        dependsOn = List.copyOf(dependsOn);
    }

    /** The policy it stands in. */
    public enum Source {
        REPOSITORY,
        REGISTRY
    }

    /** What it does, or would do. */
    public enum Part {
        ALLOWS,
        DENIES,
        /** It can't be understood, so it might do either. */
        UNREADABLE
    }
}
