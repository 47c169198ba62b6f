package dev.ecrbot.policy.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a finding is about. */
public enum Kind {
    /** Everyone is allowed something, and no condition keeps strangers out. */
    PUBLIC_PRINCIPAL,
    /** Everyone but a few is meant. */
    NOT_PRINCIPAL,
    /** Every action but a few is meant. */
    NOT_ACTION,
    /** Every repository but a few is meant. */
    ALLOW_NOT_RESOURCE,
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
    /** An action of ECR Public, which has policies of its own. */
    PUBLIC_REGISTRY_ACTION,
    /** Some of what a push needs is allowed, and some isn't. */
    INCOMPLETE_PUSH,
    /** An action that another entry of the same statement means, too. */
    REDUNDANT_ACTION,
    /** A repository's policy names resources. */
    RESOURCE_IN_REPOSITORY_POLICY(true),
    /** A registry's policy names none. */
    NO_RESOURCE(true),
    /** A resource that isn't a repository of this registry. */
    RESOURCE_MALFORMED,
    /** A resource that another entry of the same statement means, too. */
    REDUNDANT_RESOURCE,
    /** A Region that AWS doesn't have. */
    UNKNOWN_REGION,
    /** A wildcard inside a principal's ARN. */
    WILDCARD_IN_PRINCIPAL(true),
    /** A principal that AWS doesn't know as one. */
    PRINCIPAL_MALFORMED(true),
    /** A principal that isn't written as the map that IAM wants. */
    PRINCIPAL_FORM(true),
    /** A type of principals that IAM doesn't have. */
    PRINCIPAL_TYPE(true),
    /** A type of principals that never calls ECR. */
    UNSUPPORTED_PRINCIPAL,
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
    /** A service is let in for whomever it works for. */
    SERVICE_WITHOUT_SOURCE,
    /** A condition operator that IAM doesn't have. */
    UNKNOWN_OPERATOR,
    /** A condition key that no request to ECR has. */
    UNKNOWN_CONDITION_KEY,
    /** A condition key that requests by those who are named never have. */
    KEY_NEVER_PRESENT,
    /** A key with several values, compared as if it had one. */
    MISSING_QUALIFIER,
    /** A condition that requests without its key meet. */
    FOR_ALL_VALUES,
    /** A wildcard that stands for itself, since the operator compares letter by letter. */
    WILDCARD_WITHOUT_LIKE,
    /** A value that its operator can't compare with anything. */
    CONDITION_VALUE_MALFORMED,
    /** A policy variable in a version that has none. */
    VARIABLE_IN_OLD_VERSION,
    /** A policy variable without a name, or without its end. */
    VARIABLE_MALFORMED,
    /** A policy variable that no request has a value for. */
    VARIABLE_UNKNOWN,
    /** A policy variable of a key with several values. */
    VARIABLE_OF_SEVERAL,
    /** A policy variable under an operator that fills none. */
    VARIABLE_NOT_FILLED,
    /** A statement that is about nobody, or never or no longer. */
    NEVER_MATCHES,
    /** A statement that says what another one says. */
    DUPLICATE,
    /** A statement that says less than another one. */
    REDUNDANT_STATEMENT,
    /** Something is allowed and denied. */
    SHADOWED,
    /** Those who look after the policy are kept from it. */
    SELF_LOCKOUT,
    /** An effect that is neither Allow nor Deny, letter by letter. */
    EFFECT_INVALID(true),
    /** A statement without an element that it needs. */
    ELEMENT_MISSING(true),
    /** An element that IAM doesn't have. */
    ELEMENT_UNKNOWN(true),
    /** An element together with its opposite. */
    ELEMENT_CONFLICT(true),
    /** An element that isn't written in the form that IAM wants. */
    OPAQUE_STATEMENT(true),
    /** A version of the policy language that there isn't. */
    VERSION_INVALID(true),
    /** No version of the policy language. */
    VERSION_MISSING,
    /** The older version of the policy language. */
    VERSION_OLD,
    /** A policy without statements. */
    NO_STATEMENTS,
    /** There is little room left. */
    NEAR_SIZE_LIMIT,
    /** The policy is longer than ECR takes. */
    TOO_LARGE;

    private static final String PREFIX = "ecr-";

    private final boolean refused;

    Kind() {
        this(false);
    }

    Kind(boolean refused) {
        this.refused = refused;
    }

    /** Returns whether AWS takes no policy in which something of this kind is found. */
    public boolean refused() {
        return refused;
    }

    /** Returns the stable id, {@code ecr-public-principal} for example: that of suppressions, configuration and reports. */
    public String id() {
        return PREFIX + label().replace('_', '-');
    }

    /** Returns the kind with this id, if there is one. */
    public static Optional<Kind> byId(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Returns the kind as machines are told it, {@code public_principal} for example. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
