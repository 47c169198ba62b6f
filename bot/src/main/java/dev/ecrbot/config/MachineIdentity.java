package dev.ecrbot.config;

import dev.ecrbot.rules.PersonId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A machine: how it proves which one it is, and how much it may ask. What it may ask for, the rules say.
 *
 * @param oidc whose tokens prove it; empty if none do
 * @param caller as whom AWS knows it; empty if AWS doesn't. One of the two is there
 * @param questions whether it is told how things are, as every member of the workspace is
 * @param audit whether it may read the audit trail
 */
public record MachineIdentity(
        String name,
        Optional<Oidc> oidc,
        Optional<AwsCaller> caller,
        boolean questions,
        boolean audit,
        MachineLimits limits) {
    /** One that may not read the audit trail. */
    public MachineIdentity(
            String name, Optional<Oidc> oidc, Optional<AwsCaller> caller, boolean questions, MachineLimits limits) {
        this(name, oidc, caller, questions, false, limits);
    }

    public MachineIdentity {
        if (oidc.isEmpty() && caller.isEmpty()) {
            throw new IllegalArgumentException("a machine that nothing proves");
        }
    }

    /** Returns who it is to the desk. */
    public PersonId id() {
        return PersonId.machine(name);
    }

    /**
     * Tokens that prove it.
     *
     * @param issuer as it stands in them, letter for letter
     * @param subjects of which one stands in them, letter for letter
     */
    public record Oidc(URI issuer, Set<String> subjects) {
        public Oidc {
            subjects = Set.copyOf(subjects);
        }
    }
}
