package dev.ecrbot.desk.ledger;

import dev.ecrbot.ecr.PolicyHolder;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A ledger that tells, after each commit, what the transaction set going. This is the only place that does: what a process
 * dies before telling is found again by what is recorded. Thread-safe.
 */
public record AnnouncingLedger(Ledger ledger, Consequences.Listener listener) implements Ledger {
    private record Committed<T>(T result, Consequences consequences) {}

    @Override
    public <T> T transact(Function<LedgerTransaction, T> work) {
        Committed<T> committed =
                ledger.transact(transaction -> new Committed<>(work.apply(transaction), transaction.consequences()));
        committed.consequences().announce(listener);
        return committed.result();
    }

    @Override
    public <T> T exclusively(PolicyHolder holder, Supplier<T> work) {
        return ledger.exclusively(holder, work);
    }

    @Override
    public Optional<String> trouble() {
        return ledger.trouble();
    }

    @Override
    public SetAside aside() {
        return ledger.aside();
    }
}
