package dev.ecrbot.store;

import dev.ecrbot.desk.Books;
import dev.ecrbot.desk.Events;
import dev.ecrbot.desk.Grants;
import dev.ecrbot.desk.Outbox;
import dev.ecrbot.desk.Readings;
import dev.ecrbot.desk.Requests;
import dev.ecrbot.desk.Writes;
import org.jdbi.v3.core.Handle;

/** The ledger within one transaction. */
record SqlBooks(Requests requests, Grants grants, Readings readings, Writes writes, Events events, Outbox outbox)
        implements Books {

    static SqlBooks on(Handle handle) {
        var statements = new Statements(handle);
        return new SqlBooks(
                new SqlRequests(statements),
                new SqlGrants(statements),
                new SqlReadings(statements),
                new SqlWrites(statements),
                new SqlEvents(statements),
                new SqlOutbox(statements));
    }
}
