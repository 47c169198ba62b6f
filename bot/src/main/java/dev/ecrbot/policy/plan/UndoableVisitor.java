package dev.ecrbot.policy.plan;

/** Has an answer for every kind of edit that can be undone. */
public interface UndoableVisitor<T> {
    T grant(Edit.Grant grant);

    T takeOver(TakeOver takeOver);

    T extend(Edit.Extend extend);

    T revoke(Edit.Revoke revoke);

    T end(Edit.End end);
}
