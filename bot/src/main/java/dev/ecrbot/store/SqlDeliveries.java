package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Deliveries;
import java.time.Instant;

/** The table {@code delivery}. */
final class SqlDeliveries implements Deliveries {
    private final Statements statements;

    SqlDeliveries(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean first(String trigger, Instant now) {
        return statements.insertIfAbsent(
                "delivery", new Values().text("trigger_id", trigger).time("seen_at", now));
    }

    @Override
    public void forget(Instant before) {
        statements.run("DELETE FROM delivery WHERE seen_at < :before", new Values().time("before", before));
    }
}
