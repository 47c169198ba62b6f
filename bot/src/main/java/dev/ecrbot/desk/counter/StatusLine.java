package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.policy.holding.Holding;
import java.util.List;

/** One principal's access through one statement; {@code grants} are the bot's own that stand behind it. */
public record StatusLine(Holding holding, List<Grant> grants) {

    /** Returns whether it stands in a registry's policy. */
    public boolean throughRegistry() {
        return holding.resource().isPresent();
    }
}
