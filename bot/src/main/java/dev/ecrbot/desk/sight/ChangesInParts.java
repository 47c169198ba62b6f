package dev.ecrbot.desk.sight;

import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Goes through what was changed since some time, a part at a time: each change has two documents of ten thousand characters. */
public record ChangesInParts(FleetIndex index, Instant since) {
    private static final int PART = 100;

    /** Hands over all with a greater seq, in their order; none of it is kept here. */
    public void after(long seq, Consumer<List<PolicyChange>> taking) {
        long last = seq;
        List<PolicyChange> part;
        do {
            part = index.changesSince(since, last, PART);
            if (!part.isEmpty()) {
                last = part.get(part.size() - 1).seq();
                taking.accept(part);
            }
        } while (part.size() == PART);
    }
}
