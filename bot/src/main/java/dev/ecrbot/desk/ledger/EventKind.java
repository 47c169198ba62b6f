package dev.ecrbot.desk.ledger;

/** What an event records. Names are stored and exported: never renamed, only added to. */
public enum EventKind {
    /** A request was made. */
    ASKED,
    /** Somebody asked for something they can't have; no request was made. */
    ASK_REFUSED,
    /** A person approved; more may be needed. */
    APPROVAL_GIVEN,
    /** An approval given earlier doesn't count any more: whoever gave it couldn't give it now. */
    APPROVAL_WITHDRAWN,
    /** The last approval needed was given. */
    APPROVED,
    /** Somebody took it at once in an emergency, as its rule lets them. */
    BROKE_GLASS,
    /** Somebody else reviewed what was taken in an emergency, and it goes on. */
    GLASS_REVIEWED,
    /** Its rule approved it by itself; which one, the event says. */
    APPROVED_BY_RULE,
    DENIED,
    DENIAL_REASON_GIVEN,
    CANCELLED,
    /** Somebody asked for the same while the request waited. */
    FOLLOWED,
    /** Its requester took the request back, and it goes on as somebody's who had asked for the same. */
    HANDED_ON,
    /** Nobody decided in time. */
    EXPIRED,
    /** The approvers were reminded. */
    REMINDED,
    /** A click or command that decides was refused. */
    DECISION_REFUSED,
    /** The intent to write was recorded; the write follows. */
    APPLYING,
    APPLIED,
    /** The write was refused for now, or never sent: the request is approved as before. */
    APPLY_AGAIN,
    /** AWS didn't answer, or is asked too much: what is approved is tried again. */
    WAITING_FOR_AWS,
    /** Slack didn't say whether those who approved still may: what is approved is tried again. */
    WAITING_FOR_SLACK,
    /** The policy had been changed by others: the request waits again, with a new plan. */
    REVISED,
    /** An approver shortened the end: the request waits again, with a new plan. */
    SHORTENED,
    FAILED,
    /** What failed was tried again: recorded of it, and of the request that took its place. */
    TRIED_AGAIN,
    /** A grant's end was begun. */
    ENDING,
    GRANT_ENDED,
    /** The holder of a grant was warned that it ends soon. */
    WARNED,
    /** A grant got a later end. */
    EXTENDED,
    /** What the request did was taken back. */
    UNDONE,
    /** A grant is in force again, or has its old end again, since what altered it was undone. */
    GRANT_RESTORED,
    /** Statements of others deny some of what a grant gives, or may, or don't any more. */
    GRANT_HINDERED,
    /** A grant couldn't be ended, and that is tried again. */
    END_PUT_OFF,
    /** The card's channel can't show it, and it went to the fallback channel. */
    CARD_REROUTED,
    /** A statement as the bot writes them was found in a policy, and no grant on record stands behind it. */
    RECORD_LOST,
    /** A grant was recorded for a statement whose record had been lost. */
    ADOPTED,
    /** A bot took up another configuration than the one before. */
    CONFIG_CHANGED,
    /** The bot gave up telling somebody something. */
    NOTICE_LOST,
    /** Nobody had decided for a while, and the deputies were called. */
    ESCALATED,
    /** Somebody said something about a request that waited. */
    COMMENTED
}
