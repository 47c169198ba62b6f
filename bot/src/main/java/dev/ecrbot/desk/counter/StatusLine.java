package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.policy.holding.Holding;
import java.util.List;

/**
 * One principal's access through one statement.
 *
 * @param grants the bot's own that stand behind it
 * @param lost whether the statement is as the bot writes them, and none is on record
 */
public record StatusLine(Holding holding, List<Grant> grants, boolean lost) {

    /** What is on record, or what others wrote. */
    public StatusLine(Holding holding, List<Grant> grants) {
        this(holding, grants, false);
    }

    /** Returns whether it stands in a registry's policy. */
    public boolean throughRegistry() {
        return holding.resource().isPresent();
    }
}
