package dev.ecrbot.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One database in memory for many lives after each other: opening it, and reading each of its statements for the first time, takes as
 * long as a short life.
 */
public final class EmptiedH2 implements AutoCloseable {
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());

    /** Returns the ledger, with nothing in it. */
    public StoreLedger emptied() {
        ledger.statements().useHandle(EmptiedH2::empty);
        return ledger;
    }

    private static void empty(Handle handle) {
        List<String> tables = handle.createQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'PUBLIC' AND lower(table_name) <> 'flyway_schema_history'")
                .mapTo(String.class)
                .list();
        handle.execute("SET REFERENTIAL_INTEGRITY FALSE");
        tables.forEach(table -> handle.execute("TRUNCATE TABLE \"" + table + "\" RESTART IDENTITY"));
        handle.execute("SET REFERENTIAL_INTEGRITY TRUE");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
