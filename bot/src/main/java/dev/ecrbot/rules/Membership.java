package dev.ecrbot.rules;

/** Whether a person is in a group. */
public enum Membership {
    YES,
    NO,
    /** It couldn't be found out, or was not asked. */
    UNKNOWN
}
