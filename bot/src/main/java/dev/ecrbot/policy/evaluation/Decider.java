package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Statement;
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
        REPOSITORY("repository's policy"),
        REGISTRY("registry's policy"),
        IDENTITY("identity policy"),
        BOUNDARY("permissions boundary"),
        SESSION("session policy"),
        SCP("service control policy"),
        RCP("resource control policy");

        private final String title;

        Source(String title) {
            this.title = title;
        }

        /** Returns what people call such a policy. */
        public String title() {
            return title;
        }

        /** Returns whether it belongs to a resource, and says by itself whom it allows something. */
        public boolean ofResource() {
            return this == REPOSITORY || this == REGISTRY;
        }

        /** Returns whether it belongs to an organization, and only limits what others allow. */
        public boolean ofOrganization() {
            return this == SCP || this == RCP;
        }
    }

    /** What it does, or would do. */
    public enum Part {
        ALLOWS,
        DENIES,
        /** It can't be understood, so it might do either. */
        UNREADABLE;

        /** Returns what a statement does, as far as it can be read. */
        static Part of(Statement written) {
            if (written.opaque() && !written.hasEffect()) {
                return UNREADABLE;
            }
            return written.widest().allows() ? ALLOWS : DENIES;
        }
    }
}
