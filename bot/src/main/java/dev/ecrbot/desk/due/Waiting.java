package dev.ecrbot.desk.due;

import dev.ecrbot.desk.judge.Bench;
import dev.ecrbot.desk.ledger.Books;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Happened;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.desk.ledger.RequestState;
import dev.ecrbot.desk.tell.Reminders;

import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks after requests that nobody has decided on: reminds their approvers, and lets go of what has waited long enough.
 *
 * <p>What was done is read from the events, under the request's lock: so a restart forgets nothing, and of two replicas that
 * look at once the second finds it done.
 */
public final class Waiting {
    private static final int AT_ONCE = 200;

    private final Ledger ledger;
    private final Bench bench;
    private final Clock clock;
    private final Runnable wakePostman;

    public Waiting(Ledger ledger, Bench bench, Clock clock, Runnable wakePostman) {
        this.ledger = ledger;
        this.bench = bench;
        this.clock = clock;
        this.wakePostman = wakePostman;
    }

    void look() {
        List<RequestId> due = ledger.transact(books -> books.requests().toLookAt(clock.instant(), AT_ONCE));
        for (RequestId id : due) {
            if (ledger.transact(books -> look(books, id))) {
                wakePostman.run();
            }
        }
    }

    /** Returns whether there is something to tell. */
    private boolean look(Books books, RequestId id) {
        Request request = books.requests().lock(id).orElseThrow();
        if (request.state() != RequestState.PENDING) {
            return false;
        }
        Instant now = clock.instant();
        List<Event> events = books.events().of(id);
        Instant since = shownSince(request, events);
        Instant until = since.plus(
                bench.rule(request).map(Rule::handling).orElse(Handling.USUAL).requestTimeout());
        if (!now.isBefore(until)) {
            expire(books, request, now);
            return true;
        }
        int passed = Reminders.passed(since, now);
        boolean remind = passed > Reminders.given(events, request.revision());
        if (remind) {
            books.events().add(Happened.reminded(request, passed, now));
            var details = Map.of(
                    Detail.NUMBER, String.valueOf(passed),
                    Detail.REVISION, String.valueOf(request.revision()),
                    Detail.UNTIL, until.toString());
            books.outbox().add(id, Notice.Kind.REMINDER, details, now);
        }
        Optional<Instant> next = Reminders.next(since, passed).filter(reminder -> reminder.isBefore(until));
        books.requests().lookAgain(id, next.orElse(until));
        return remind;
    }

    private static void expire(Books books, Request request, Instant now) {
        Request expired = request.moved(RequestState.EXPIRED, now);
        books.requests().update(expired);
        books.events().add(Happened.itself(EventKind.EXPIRED, expired, Map.of()));
        books.outbox().add(expired.id(), Notice.Kind.CARD, Map.of(), now);
        books.outbox().add(expired.id(), Notice.Kind.EXPIRED, Map.of(), now);
    }

    // A new plan is a new question, and gives the approvers as long as the first one did.
    private static Instant shownSince(Request request, List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.REVISED || event.kind() == EventKind.SHORTENED)
                .map(Event::at)
                .reduce(request.createdAt(), (first, second) -> second);
    }
}
