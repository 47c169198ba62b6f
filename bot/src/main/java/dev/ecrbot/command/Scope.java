package dev.ecrbot.command;

/** Which requests somebody wants to see. */
public enum Scope {
    /** Those they asked for themselves. */
    MINE,
    /** Those that wait for a decision. */
    PENDING
}
