package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWrites;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.PolicyChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what others changed from what the bot did: its own writes are on record. */
public final class ForeignChanges {
    private ForeignChanges() {}

    /** Returns those of these changes that the bot's own writes don't explain, in the same order. */
    public static List<PolicyChange> of(Ledger ledger, List<PolicyChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        // Compared once the transaction is over: a policy may have been written thousands of times.
        Map<PolicyHolder, List<RecordedWrite>> writes = ledger.transact(transaction -> changes.stream()
                .map(PolicyChange::holder)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), holder -> transaction.writes().after(holder, 0))));
        Map<PolicyHolder, OwnWrites> own = new HashMap<>();
        return changes.stream()
                .filter(change -> !own.computeIfAbsent(
                                change.holder(), holder -> OwnWrites.of(writes.getOrDefault(holder, List.of())))
                        .explain(change.before(), change.after()))
                .toList();
    }
}
