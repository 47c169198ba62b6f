package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.policy.PolicyDocument;
import java.util.List;

/** Tells whether only the bot's own recorded writes lie between two readings of a policy. */
public final class OwnWriteChain {
    private OwnWriteChain() {}

    /**
     * Returns whether following the writes from {@code base} leads to {@code live}, which was read after all of them.
     *
     * <p>A write whose base isn't what the one before left is passed over: it had no part in the line, or somebody else
     * wrote in between, and then the line doesn't lead to {@code live}.
     *
     * @param writes all that were recorded since the base was read, in order
     */
    public static boolean leads(PolicyDocument base, PolicyDocument live, List<RecordedWrite> writes) {
        if (base.sameAs(live)) {
            return true;
        }
        PolicyDocument reached = base;
        for (RecordedWrite write : writes) {
            if (write.outcome() == RecordedWrite.Outcome.TAKEN
                    && document(write.base()).sameAs(reached)) {
                reached = document(write.proposed());
            }
        }
        return reached.sameAs(live);
    }

    public static PolicyDocument document(String text) {
        return text.isEmpty() ? PolicyDocument.empty() : PolicyDocument.parse(text);
    }
}
