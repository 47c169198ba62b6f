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

/** The ledger within one transaction. */
record SqlTransaction(
        Requests requests,
        Bundles bundles,
        Grants grants,
        Readings readings,
        Writes writes,
        SqlEvents events,
        Outbox outbox,
        Deliveries deliveries,
        Retention retention,
        Configurations configurations,
        Announcements announcements,
        KnownFaults knownFaults,
        RuleApprovals ruleApprovals,
        Forwarded forwarded,
        Consequences consequences)
        implements LedgerTransaction {

    static SqlTransaction on(Handle handle, SetAside aside, TextCache cache) {
        var statements = new Statements(handle, aside, cache);
        var consequences = new Consequences();
        var events = new SqlEvents(statements, consequences);
        return new SqlTransaction(
                new SqlRequests(statements, consequences),
                new SqlBundles(statements),
                new SqlGrants(statements),
                new SqlReadings(statements),
                new SqlWrites(statements),
                events,
                new SqlOutbox(statements, consequences),
                new SqlDeliveries(statements),
                new SqlRetention(statements),
                new SqlConfigurations(statements),
                new SqlAnnouncements(statements),
                new SqlKnownFaults(statements),
                new SqlRuleApprovals(statements),
                new SqlForwarded(statements, events),
                consequences);
    }
}
