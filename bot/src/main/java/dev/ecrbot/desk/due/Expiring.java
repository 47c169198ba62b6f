package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.tell.EndWarnings;
import dev.ecrbot.desk.tell.Warned;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks after grants that end soon: warns their holders.
 *
 * <p>What was said is read from the events, under the grant's lock: so a restart forgets nothing, and of two replicas that
 * look at once the second finds it said. A grant with a new end is looked at anew. What one person has to be told within the same
 * hours becomes one message.
 */
final class Expiring {
    private static final String GRANTS = "grant_";
    private static final int AT_ONCE = 200;

    private final Ledger ledger;
    private final Clock clock;

    Expiring(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        int atMost = AT_ONCE + ledger.aside().keys(GRANTS, now).size();
        List<GrantId> due = ledger.transact(transaction -> transaction.grants().toLookAt(now, atMost));
        ledger.aside()
                .each(GRANTS, due, GrantId::toString, now, id -> ledger.record(transaction -> look(transaction, id)));
    }

    private void look(LedgerTransaction transaction, GrantId id) {
        Instant now = clock.instant();
        Grant seen = transaction.grants().find(id).orElseThrow();
        List<Grant> locked =
                locked(transaction, isDue(transaction, seen, now) ? together(transaction, seen, now) : List.of(id));
        Grant grant =
                locked.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        if (isDue(transaction, grant, now)) {
            warn(transaction, grant, locked, now);
        } else if (isOpen(grant)) {
            lookAgain(transaction, grant, now);
        }
    }

    private static boolean isOpen(Grant grant) {
        return grant.state() == Grant.State.ACTIVE && grant.until().isPresent();
    }

    private static boolean isDue(LedgerTransaction transaction, Grant grant, Instant now) {
        return warned(transaction, grant, now, false).isPresent();
    }

    /** Returns the warning that is to be told of a grant; of one that others are told with, a little early, too. */
    private static Optional<Warned> warned(LedgerTransaction transaction, Grant grant, Instant now, boolean early) {
        if (!isOpen(grant) || !now.isBefore(grant.until().orElseThrow())) {
            return Optional.empty();
        }
        Instant until = grant.until().orElseThrow();
        List<Event> events = transaction.events().of(grant.id().request());
        Instant set = set(grant, until, events);
        int passed = early ? EndWarnings.passedSoon(set, until, now) : EndWarnings.passed(set, until, now);
        return passed > EndWarnings.given(events, until)
                ? Optional.of(new Warned(grant.id(), until, passed))
                : Optional.empty();
    }

    /** Returns the grants that one message may tell their holder of: always in the same order, as they are locked. */
    private static List<GrantId> together(LedgerTransaction transaction, Grant grant, Instant now) {
        Stream<Grant> others = grant.requester().equals(PersonId.UNKNOWN)
                ? Stream.empty()
                : transaction.grants().heldBy(grant.requester(), AT_ONCE).stream()
                        .filter(Expiring::isOpen)
                        .filter(each -> each.until().orElseThrow().isBefore(EndWarnings.horizon(now)));
        // In the order in which a revocation alters them, so that neither waits for the other.
        return Stream.concat(Stream.of(grant), others)
                .sorted(Comparator.comparing(Grant::since)
                        .thenComparing(each -> each.id().toString()))
                .map(Grant::id)
                .distinct()
                .toList();
    }

    private static List<Grant> locked(LedgerTransaction transaction, List<GrantId> ids) {
        return ids.stream()
                .flatMap(id -> transaction.grants().lock(id).stream())
                .toList();
    }

    private static void warn(LedgerTransaction transaction, Grant first, List<Grant> locked, Instant now) {
        var all =
                new ArrayList<>(warned(transaction, first, now, false).stream().toList());
        locked.stream()
                .filter(other -> !other.id().equals(first.id()))
                .flatMap(other -> warned(transaction, other, now, true).stream())
                .sorted(Comparator.comparing(Warned::until))
                .forEach(all::add);
        all.forEach(warned -> transaction
                .events()
                .add(new Event(
                        EventKind.WARNED,
                        Optional.of(warned.grant().request()),
                        Optional.empty(),
                        now,
                        warned.details())));
        transaction.outbox().add(first.id().request(), Notice.Kind.WARNED, Warned.details(all), now);
        Set<GrantId> told = all.stream().map(Warned::grant).collect(Collectors.toSet());
        locked.stream().filter(grant -> told.contains(grant.id())).forEach(grant -> lookAgain(transaction, grant, now));
    }

    private static void lookAgain(LedgerTransaction transaction, Grant grant, Instant now) {
        Instant until = grant.until().orElseThrow();
        Instant set = set(grant, until, transaction.events().of(grant.id().request()));
        transaction
                .grants()
                .lookAgain(grant.id(), EndWarnings.next(set, until, now).orElse(until));
    }

    // A new end is news to its holder on the day that it is set.
    private static Instant set(Grant grant, Instant until, List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.EXTENDED || event.kind() == EventKind.GRANT_RESTORED)
                .filter(event -> until.toString().equals(event.details().get(Detail.UNTIL)))
                .map(Event::at)
                .reduce(grant.since(), (first, second) -> second);
    }
}
