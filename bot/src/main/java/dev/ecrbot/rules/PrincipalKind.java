package dev.ecrbot.rules;

import dev.ecrbot.policy.Principal;
import java.util.Locale;
import java.util.Optional;

/** The kinds of principal that rules tell apart. */
public enum PrincipalKind {
    ROLE,
    USER,
    /** A whole account, or its Lambda functions, which need the whole account named beside them. */
    ACCOUNT,
    /** A whole organization, or a unit of one. */
    ORGANIZATION;

    /** Returns the principal's kind: a session counts as its role, a federated user as a user; empty for what no rule can give. */
    public static Optional<PrincipalKind> of(Principal principal) {
        if (principal instanceof Principal.Role || principal instanceof Principal.Session) {
            return Optional.of(ROLE);
        }
        if (principal instanceof Principal.User || principal instanceof Principal.FederatedUser) {
            return Optional.of(USER);
        }
        if (principal instanceof Principal.Account || principal instanceof Principal.LambdaFunctions) {
            return Optional.of(ACCOUNT);
        }
        return principal instanceof Principal.Organization ? Optional.of(ORGANIZATION) : Optional.empty();
    }

    /** Returns the word the config has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
