package dev.ecrbot.desk.request;

/** Where a request is in its life. */
public enum RequestState {
    /** Waits for a decision. */
    PENDING,
    /** Decided with yes; waits for its turn to be applied. */
    APPROVED,
    /** The intent to write is recorded; the write may be under way. */
    APPLYING,
    /** Written and read back. */
    APPLIED,
    DENIED,
    CANCELLED,
    EXPIRED,
    /** Can't go on; the request's problem says why. */
    FAILED;

    /** Returns whether nothing will happen to the request any more. */
    public boolean isFinal() {
        return this != PENDING && this != APPROVED && this != APPLYING;
    }
}
