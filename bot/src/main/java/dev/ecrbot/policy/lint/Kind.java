package dev.ecrbot.policy.lint;

import java.util.Locale;

/** What a finding is about. */
public enum Kind {
    /** Everyone is allowed something, and no condition says who. */
    PUBLIC_PRINCIPAL,
    /** Everyone but a few is meant. */
    NOT_PRINCIPAL,
    /** Every action but a few is meant. */
    NOT_ACTION,
    /** Whoever is allowed it can give themselves everything. */
    POLICY_CHANGING_ACTION,
    /** Every action of ECR is allowed. */
    ALL_ACTIONS,
    /** The login call, of which a policy of a repository or registry decides nothing. */
    TOKEN_ACTION,
    /** An action that isn't done to a repository, in a repository's policy. */
    REGISTRY_WIDE_ACTION,
    /** An action that the catalogue doesn't have. */
    UNKNOWN_ACTION,
    /** A repository's policy names resources. */
    RESOURCE_IN_REPOSITORY_POLICY,
    /** A registry's policy names none. */
    NO_RESOURCE,
    /** A resource that isn't a repository of this registry. */
    RESOURCE_MALFORMED,
    /** A wildcard inside a principal's ARN. */
    WILDCARD_IN_PRINCIPAL,
    /** A principal that AWS doesn't know as one. */
    PRINCIPAL_MALFORMED,
    /** A principal of another partition. */
    PRINCIPAL_OF_OTHER_PARTITION,
    /** The id of a deleted principal. */
    ORPHANED_PRINCIPAL,
    /** An account that isn't configured. */
    UNKNOWN_ACCOUNT,
    /** An organization that isn't configured. */
    UNKNOWN_ORGANIZATION,
    /** The repository's own account. */
    SAME_ACCOUNT,
    /** A condition operator that IAM doesn't have. */
    UNKNOWN_OPERATOR,
    /** A key with several values, compared as if it had one. */
    MISSING_QUALIFIER,
    /** A policy variable in a version that has none. */
    VARIABLE_IN_OLD_VERSION,
    /** A statement that is about nobody, or never or no longer. */
    NEVER_MATCHES,
    /** A statement that says what another one says. */
    DUPLICATE,
    /** Something is allowed and denied. */
    SHADOWED,
    /** Those who look after the policy are kept from it. */
    SELF_LOCKOUT,
    /** A statement that can't be understood. */
    OPAQUE_STATEMENT,
    /** There is little room left. */
    NEAR_SIZE_LIMIT,
    /** The policy is longer than ECR takes. */
    TOO_LARGE;

    /** Returns the kind as machines are told it, {@code public_principal} for example. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
