package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at what is recorded and sets going what should be: requests left behind by a process that ended, requests
 * that nobody decides on, and grants whose end has come or comes soon. Running it too often, or in several replicas at once, does no harm.
 */
public final class Sweeper {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final DueEnds ends;
    private final Waiting waiting;
    private final Expiring expiring;
    private final Consumer<RequestId> leftBehind;

    /** @param leftBehind is handed the requests that a process left under way, some of them more than once */
    Sweeper(Ledger ledger, DueEnds ends, Waiting waiting, Expiring expiring, Consumer<RequestId> leftBehind) {
        this.ledger = ledger;
        this.ends = ends;
        this.waiting = waiting;
        this.expiring = expiring;
        this.leftBehind = leftBehind;
    }

    /** Has every request that is under way taken up again; whoever is at work on one keeps it by its policy's lock. */
    public void resume() {
        ledger.transact(transaction -> transaction.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING)))
                .forEach(leftBehind);
    }

    /** Returns what is due by stored dates, apart from each other, so that none waits for AWS on another's behalf. */
    public List<Chore> chores() {
        return List.of(
                new Chore("end-grants", EVERY, ends::look),
                new Chore("look-after-requests", EVERY, waiting::look),
                new Chore("warn-holders", EVERY, expiring::look));
    }
}
