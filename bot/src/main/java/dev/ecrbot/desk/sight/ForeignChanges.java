package dev.ecrbot.desk.sight;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWrites;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.diff.ForeignChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what others changed from what the bot did: its own writes are on record. */
public final class ForeignChanges {
    private ForeignChanges() {}

    /** Returns what others did of these changes, in the same order; those that the bot may have made alone are left out. */
    public static List<ForeignChange> of(Ledger ledger, List<PolicyChange> changes) {
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
        writes.forEach((holder, all) -> own.put(holder, OwnWrites.of(all)));
        return changes.stream()
                .flatMap(change -> of(change, own.getOrDefault(change.holder(), OwnWrites.of(List.of()))).stream())
                .toList();
    }

    private static Optional<ForeignChange> of(PolicyChange change, OwnWrites own) {
        return own.others(new OwnWrites.Readings(change.before(), change.after(), change.since(), change.at()))
                .map(others -> new ForeignChange(
                        change.seq(), change.holder(), change.since(), change.at(), others.steps(), others.whole()));
    }
}
