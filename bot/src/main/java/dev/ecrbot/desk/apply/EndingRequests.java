package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.rules.PersonId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Begins to end grants: each ending is a request that needs no approval, and goes through the Applier. */
public final class EndingRequests {
    private final Ledger ledger;
    private final Planning planning;
    private final Endings endings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EndingRequests(Ledger ledger, Planning planning, Endings endings, Clock clock) {
        this.ledger = ledger;
        this.planning = planning;
        this.endings = endings;
        this.clock = clock;
    }

    public Planning.Draft draft(Grant grant) {
        return planning.draft(Change.ending(grant));
    }

    /**
     * Records the ending and hands it on.
     *
     * @param by who wants it; empty where the grant's time has come
     * @throws AskedAlready if it is being ended, or has ended since it was looked at
     */
    public void begin(Grant grant, Planning.Draft draft, Plan plan, Optional<PersonId> by) {
        ledger.record(transaction -> begin(transaction, grant, draft, plan, by));
    }

    /** As the other, within a transaction that others began. */
    void begin(LedgerTransaction transaction, Grant grant, Planning.Draft draft, Plan plan, Optional<PersonId> by) {
        Instant now = clock.instant();
        Request request = Request.begun(
                RequestId.random(random),
                Change.ending(grant),
                Optional.empty(),
                Revision.first(plan, draft.mark()),
                Stage.approved(by, now));
        if (!endings.begin(transaction, grant)) {
            throw new AskedAlready();
        }
        transaction.requests().add(request, "end " + grant.id());
        transaction
                .events()
                .add(new Event(
                        EventKind.ENDING,
                        Optional.of(request.id()),
                        by,
                        now,
                        Map.of("grant", grant.id().toString())));
    }
}
