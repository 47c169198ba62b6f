package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.PolicyChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what others changed from what the bot did: its own writes are on record. */
public final class ForeignChanges {
    private ForeignChanges() {}

    /** Returns those of these changes that the bot's own writes don't explain, in the same order. */
    public static List<PolicyChange> of(Ledger ledger, List<PolicyChange> changes) {
        return changes.isEmpty()
                ? List.of()
                : ledger.transact(transaction -> {
                    Map<PolicyHolder, List<RecordedWrite>> writes = new HashMap<>();
                    return changes.stream()
                            .filter(change -> !OwnWriteChain.explains(
                                    change.before(),
                                    change.after(),
                                    writes.computeIfAbsent(
                                            change.holder(),
                                            holder -> transaction.writes().after(holder, 0))))
                            .toList();
                });
    }
}
