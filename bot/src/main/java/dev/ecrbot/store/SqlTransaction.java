package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Announcements;
import dev.ecrbot.desk.ledger.Bundles;
import dev.ecrbot.desk.ledger.Configurations;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Deliveries;
import dev.ecrbot.desk.ledger.Forwarded;
import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.KnownFaults;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Outbox;
import dev.ecrbot.desk.ledger.Readings;
import dev.ecrbot.desk.ledger.Requests;
import dev.ecrbot.desk.ledger.Retention;
import dev.ecrbot.desk.ledger.RuleApprovals;
import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.desk.ledger.Writes;
import org.jdbi.v3.core.Handle;

/** The ledger within one transaction. A table is spoken to through a class of its own, which keeps nothing but the connection. */
final class SqlTransaction implements LedgerTransaction {
    private final Statements statements;
    private final Consequences consequences = new Consequences();
    // Counts what was added to it, so there is one for the whole transaction.
    private final SqlEvents events;

    SqlTransaction(Handle handle, SetAside aside, TextCache cache) {
        statements = new Statements(handle, aside, cache);
        events = new SqlEvents(statements, consequences);
    }

    @Override
    public Requests requests() {
        return new SqlRequests(statements, consequences);
    }

    @Override
    public Bundles bundles() {
        return new SqlBundles(statements);
    }

    @Override
    public Grants grants() {
        return new SqlGrants(statements);
    }

    @Override
    public Readings readings() {
        return new SqlReadings(statements);
    }

    @Override
    public Writes writes() {
        return new SqlWrites(statements);
    }

    @Override
    public SqlEvents events() {
        return events;
    }

    @Override
    public Outbox outbox() {
        return new SqlOutbox(statements, consequences);
    }

    @Override
    public Deliveries deliveries() {
        return new SqlDeliveries(statements);
    }

    @Override
    public Retention retention() {
        return new SqlRetention(statements);
    }

    @Override
    public Configurations configurations() {
        return new SqlConfigurations(statements);
    }

    @Override
    public Announcements announcements() {
        return new SqlAnnouncements(statements);
    }

    @Override
    public KnownFaults knownFaults() {
        return new SqlKnownFaults(statements);
    }

    @Override
    public RuleApprovals ruleApprovals() {
        return new SqlRuleApprovals(statements);
    }

    @Override
    public Forwarded forwarded() {
        return new SqlForwarded(statements, events);
    }

    @Override
    public Consequences consequences() {
        return consequences;
    }
}
