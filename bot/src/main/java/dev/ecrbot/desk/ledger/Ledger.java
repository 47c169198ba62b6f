package dev.ecrbot.desk.ledger;

import dev.ecrbot.ecr.PolicyHolder;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where requests, grants, events and notices are kept. Thread-safe.
 *
 * <p>When the database can't be used, every method throws a {@link dev.ecrbot.problem.ProblemException} with
 * {@code STORE_UNAVAILABLE}, and nothing of the transaction has happened (or, if the connection broke during the commit,
 * all of it).
 */
public interface Ledger {

    /** Runs the work in one transaction: all of it is recorded, or, if it throws, none. Not to be nested. */
    <T> T transact(Function<LedgerTransaction, T> work);

    /** As {@link #transact}, without a result. */
    default void record(Consumer<LedgerTransaction> work) {
        transact(transaction -> {
            work.accept(transaction);
            return Boolean.TRUE;
        });
    }

    /**
     * Runs the work while holding the policy's row lock, on one open transaction of a small pool of its own: one at a
     * time for each policy across all replicas, freed at once when a process dies. The work's own transactions are
     * others, and are not undone if it throws; once the lock got lost with its connection, they fail.
     */
    <T> T exclusively(PolicyHolder holder, Supplier<T> work);

    /** Returns whether the database answers now, and takes writes; bounded to a second. */
    default boolean usable() {
        return trouble().isEmpty();
    }

    /** Returns why the database isn't usable, in a few words for whoever runs the bot; empty if it is. */
    Optional<String> trouble();

    /** Returns what this process can't read, or can't deal with. */
    SetAside aside();
}
