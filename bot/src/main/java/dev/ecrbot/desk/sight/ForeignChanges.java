package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.index.PolicyChange;
import java.util.List;

/** Tells what others changed from what the bot did: its own writes are on record. */
public final class ForeignChanges {
    private ForeignChanges() {}

    /** Returns those of these changes that the bot's own writes don't explain, in the same order. */
    public static List<PolicyChange> of(Ledger ledger, List<PolicyChange> changes) {
        return changes.isEmpty()
                ? List.of()
                : ledger.transact(transaction -> changes.stream()
                        .filter(change -> !OwnWriteChain.leads(
                                change.before(),
                                change.after(),
                                transaction.writes().after(change.holder(), 0)))
                        .toList());
    }
}
