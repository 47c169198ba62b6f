package dev.ecrbot.desk.counter;

/** What somebody wants who clicks on a button about one request. */
public enum Wish {
    /** Take the request back. */
    CANCEL,
    /** See the line that asks for the same, and confirm or change it: {@link Answer.Guessed}. */
    ASK_AGAIN,
    /** Have what was approved and failed tried once more: {@link Answer.Filed}. */
    TRY_AGAIN,
    /** Fill in a later end of what it gave: {@link Answer.FieldWanted}. That is judged again once it is filled in. */
    LATER_END,
    /** Sign what was taken in an emergency, so that it lasts longer: {@link Answer.Filed}. */
    REVIEW,
    /** Fill in why it is to be undone: {@link Answer.FieldWanted}. That is judged again once it is filled in. */
    UNDO,
    /** Fill in a comment: {@link Answer.FieldWanted}. That is judged again once it is filled in. */
    COMMENT
}
