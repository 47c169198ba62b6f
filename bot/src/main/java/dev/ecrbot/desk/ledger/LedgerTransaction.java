package dev.ecrbot.desk.ledger;

/** The ledger within one transaction. Not thread-safe, and of no use after the transaction. */
public interface LedgerTransaction {
    Requests requests();

    /** Returns which requests were asked for at once. */
    Bundles bundles();

    Grants grants();

    Readings readings();

    Writes writes();

    Events events();

    Outbox outbox();

    Deliveries deliveries();

    Retention retention();

    Configurations configurations();

    Announcements announcements();

    KnownFaults knownFaults();

    /** Returns how many requests rules have approved by themselves. */
    RuleApprovals ruleApprovals();

    Forwarded forwarded();

    /** Returns what this transaction sets going once it is committed. */
    Consequences consequences();
}
