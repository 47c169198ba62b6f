package dev.ecrbot.rules;

import java.time.Duration;

/**
 * How a rule lets people have access at once in an emergency. Immutable.
 *
 * @param people who may
 * @param lasting how long it lasts, once it was reviewed
 * @param review how long it lasts otherwise
 * @param perDay how often on one day
 * @param channel the id of the Slack channel that hears of it at once
 */
public record BreakGlass(People people, Duration lasting, Duration review, int perDay, String channel) {
    /** @throws IllegalArgumentException if anyone could, or a machine, or if a review would change nothing */
    public BreakGlass {
        if (people.anyone() || !people.machines().isEmpty() || perDay < 1) {
            throw new IllegalArgumentException("glass that anyone breaks, or nobody");
        }
        if (review.isNegative() || review.isZero() || lasting.compareTo(review) <= 0) {
            throw new IllegalArgumentException("it lasts longer once it was reviewed");
        }
    }
}
