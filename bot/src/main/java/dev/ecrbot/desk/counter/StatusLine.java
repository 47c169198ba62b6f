package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.holding.Holding;
import java.util.List;

/**
 * One principal's access through one statement.
 *
 * @param grants the bot's own that stand behind it
 * @param lost whether the statement is as the bot writes them, and none is on record
 * @param conditions what a request has to meet beside, all of them; an end of the bot's is none
 */
public record StatusLine(Holding holding, List<Grant> grants, boolean lost, List<Condition> conditions) {
    public StatusLine {
        grants = List.copyOf(grants);
        conditions = List.copyOf(conditions);
    }

    /** What is on record, or what others wrote, under no condition. */
    public StatusLine(Holding holding, List<Grant> grants) {
        this(holding, grants, false, List.of());
    }

    /** Returns whether it stands in a registry's policy. */
    public boolean throughRegistry() {
        return holding.resource().isPresent();
    }
}
