package dev.ecrbot.desk.ledger;

import java.time.LocalDate;

/** How many requests rules have approved by themselves. */
public interface RuleApprovals {

    /**
     * Counts one more, unless there have been so many on that day. Of two at once that would be one too many, one counts.
     *
     * @param day in UTC
     * @return whether it was counted
     */
    boolean take(String rule, LocalDate day, int most);
}
