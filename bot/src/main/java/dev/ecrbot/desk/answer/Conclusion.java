package dev.ecrbot.desk.answer;

/** What text and policies together come to. */
public enum Conclusion {
    /** What the text says by itself: there was nothing to look at, or it says nothing of that. */
    TEXT,
    /** There is a registry of which only the text is known. */
    ELSEWHERE,
    /** The repository isn't there. */
    MISSING,
    /** The repository's side has no Allow. */
    NO_ALLOW,
    /** Neither has the caller's, by the text. */
    BOTH_MISSING,
    /** A Deny of the repository's side refuses it. */
    DENIED,
    /** The repository's side lets it in, so it is the caller's that doesn't. */
    CALLERS_SIDE,
    /** The text says that the repository's side refuses, which it doesn't as it is now. */
    ALLOWED_NOW,
    /** It depends on conditions. */
    DEPENDS
}
