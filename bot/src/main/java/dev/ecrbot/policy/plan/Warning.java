package dev.ecrbot.policy.plan;

/**
 * Something an approver should know before deciding.
 *
 * @param text one plain sentence
 */
public record Warning(Kind kind, String text) {

    /** What a warning is about, in the order in which warnings are shown. */
    public enum Kind {
        /** The access is to every repository of a pattern, those made later included. */
        PATTERN,
        /** A whole account is granted access: its administrators hand it on. */
        WHOLE_ACCOUNT,
        /** A whole organization or unit is granted access: whoever joins it has it, too. */
        ORGANIZATION,
        /** Images can be replaced. */
        PUSH,
        /** The access has no end. */
        PERMANENT,
        /** The repository is one of production; never found by planning, but added to a plan. */
        PRODUCTION,
        /** Nothing was ever given to the account in this registry; never found by planning, but added to a plan. */
        FIRST_FOR_ACCOUNT,
        /** Others may have given the same: it goes when they take theirs away, and stays when this one ends. */
        HELD_BY_OTHERS,
        /** The principal is one session and will never come back. */
        SESSION,
        /** The principal is a federated user's session. */
        FEDERATED_USER,
        /** The principal is written as a user and is named like a role. */
        USER_FORM_SUSPECT,
        /** A Deny may take away what is granted. */
        DENY_PRESENT,
        /** A statement that others wrote is divided. */
        FOREIGN_STATEMENT_SPLIT,
        /** The unique id of a deleted principal is dropped. */
        ORPHAN_DROPPED,
        /** A statement can't be understood. */
        OPAQUE_STATEMENT,
        /** The policy has an error that stays. */
        LINT_ERROR,
        /** Another tool manages the policy and may wipe the change; never found by planning, but added to a plan. */
        MANAGED_ELSEWHERE,
        /** What the registry's own policy gives beside isn't known; never found by planning, but added to a plan. */
        REGISTRY_UNKNOWN,
        /** There is little room left in the policy. */
        NEAR_SIZE_LIMIT
    }
}
