package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;

/** The bot's own writes to one policy, read once for as many questions as there are about its past. Immutable. */
public final class OwnWrites {
    private final List<Link> links;

    /** @param sure whether it is known to have had effect */
    private record Link(PolicyDocument base, PolicyDocument proposed, boolean sure) {}

    private OwnWrites(List<Link> links) {
        this.links = links;
    }

    /**
     * Returns those that had effect, or may have had it though nothing has shown it so far.
     *
     * @param writes all that were recorded, in order
     */
    public static OwnWrites of(List<RecordedWrite> writes) {
        return new OwnWrites(writes.stream()
                .filter(write -> write.outcome() != RecordedWrite.Outcome.NOT_TAKEN)
                .map(write -> new Link(
                        OwnWriteChain.document(write.base()),
                        OwnWriteChain.document(write.proposed()),
                        write.outcome() == RecordedWrite.Outcome.TAKEN))
                .toList());
    }

    /**
     * Returns whether, at some time, they alone made {@code after} of {@code before}: one following the other, with nobody else's
     * between them.
     */
    public boolean explain(PolicyDocument before, PolicyDocument after) {
        List<PolicyDocument> reached = new ArrayList<>();
        for (Link link : links) {
            boolean follows = link.base.sameAs(before) || reached.stream().anyMatch(link.base::sameAs);
            if (link.sure) {
                reached.clear();
            }
            if (follows) {
                if (link.proposed.sameAs(after)) {
                    return true;
                }
                reached.add(link.proposed);
            }
        }
        return false;
    }
}
