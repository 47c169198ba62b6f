package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import java.util.Optional;

/**
 * What is asked for, as far as rules care.
 *
 * @param registryName the configured name of the repository's registry
 * @param access empty only where everything is to be revoked
 */
public record Subject(Kind kind, String registryName, Target target, Optional<Access> access, Principal principal) {

    /** Which way the access goes. */
    public enum Kind {
        GRANT,
        REVOKE
    }

    public Subject {
        if (kind == Kind.GRANT && access.isEmpty()) {
            throw new IllegalArgumentException("a grant names its access");
        }
    }
}
