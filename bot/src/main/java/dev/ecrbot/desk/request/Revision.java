package dev.ecrbot.desk.request;

import dev.ecrbot.policy.plan.Plan;

/**
 * A plan as it was shown; a click belongs to the revision it was shown with. Immutable.
 *
 * @param number counts the plans that a request has shown, from 1
 * @param mark the last recorded write to the repository when the plan's base was read
 * @param kept whether the plan is kept still; it {@linkplain Plan#nothing says nothing} where the store has let go of it
 */
public record Revision(int number, Plan plan, long mark, boolean kept) {
    /** A plan that is kept. */
    public Revision(int number, Plan plan, long mark) {
        this(number, plan, mark, true);
    }

    /** Returns what a request shows first. */
    public static Revision first(Plan plan, long mark) {
        return new Revision(1, plan, mark);
    }

    /** Returns what is shown next: a plan that nobody has approved. */
    Revision next(Plan now, long nextMark) {
        return new Revision(number + 1, now, nextMark);
    }

    /** Returns the same revision with a plan worked out again: what it was shown to mean stays. */
    Revision replanned(Plan now) {
        return new Revision(number, now, mark);
    }
}
