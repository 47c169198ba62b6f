package dev.ecrbot.denial;

/** What shows which action was tried, where AWS's sentence doesn't name it. */
enum Tried {
    /** The call that a client of AWS says it made. */
    CALLED,
    /** The request to the registry's host. */
    REQUESTED,
    /** A list of actions that are missing; if there is none, it was a pull. */
    LISTED,
    /** The login's call, if anything speaks of that. */
    LOGIN,
    /** A write of a policy. */
    POLICY,
    REPLICATION,
    NOTHING
}
