package dev.ecrbot.policy.plan;

/** Has an answer for every kind of edit. */
public interface EditVisitor<T> extends UndoableVisitor<T> {
    T undo(Edit.Undo undo);
}
