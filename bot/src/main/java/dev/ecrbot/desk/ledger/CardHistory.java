package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a card shows of what happened to its request.
 *
 * @param shorter who shortened the end, if somebody did
 * @param withdrawn approvals of the present revision that don't count any more
 * @param revised why the present revision was made, if it isn't the first one
 * @param waitingForAws since when AWS keeps what is approved from being applied
 * @param waitingForSlack since when Slack doesn't say whether those who approved still may
 * @param triedAgain the request that took its place when it had failed
 * @param since what became of it since it was applied
 * @param covering the grants that gave the same already, where nothing was left to change
 */
public record CardHistory(
        Optional<ShorterEnd> shorter,
        List<WithdrawnApproval> withdrawn,
        RevisionCause revised,
        Optional<Instant> waitingForAws,
        Optional<Instant> waitingForSlack,
        Optional<RequestId> triedAgain,
        Since since,
        Optional<Glass> glass,
        List<Covering> covering) {

    /** What nobody took in an emergency, and no grant stood in the way of. */
    public CardHistory(
            Optional<ShorterEnd> shorter,
            List<WithdrawnApproval> withdrawn,
            RevisionCause revised,
            Optional<Instant> waitingForAws,
            Optional<Instant> waitingForSlack,
            Optional<RequestId> triedAgain,
            Since since) {
        this(
                shorter,
                withdrawn,
                revised,
                waitingForAws,
                waitingForSlack,
                triedAgain,
                since,
                Optional.empty(),
                List.of());
    }

    /**
     * That somebody took it at once in an emergency.
     *
     * @param until how long it lasts once somebody else has reviewed it
     * @param reviewer who did
     */
    public record Glass(Instant until, Optional<PersonId> reviewer) {
        /** Returns it as these events tell it; empty if there was no emergency. */
        public static Optional<Glass> of(List<Event> events) {
            Optional<PersonId> reviewer = events.stream()
                    .filter(event -> event.kind() == EventKind.GLASS_REVIEWED)
                    .flatMap(event -> event.actor().stream())
                    .findFirst();
            return events.stream()
                    .filter(event -> event.kind() == EventKind.BROKE_GLASS)
                    .map(event -> new Glass(Instant.parse(event.details().getOrDefault(Detail.UNTIL, "")), reviewer))
                    .findFirst();
        }
    }

    private static final Set<EventKind> WAITS = EnumSet.of(
            EventKind.APPROVED,
            EventKind.APPROVED_BY_RULE,
            EventKind.BROKE_GLASS,
            EventKind.WAITING_FOR_AWS,
            EventKind.WAITING_FOR_SLACK);

    /** Nothing has happened yet. */
    public static final CardHistory NONE = new CardHistory(
            Optional.empty(),
            List.of(),
            RevisionCause.of(Map.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Since.NOTHING);

    /**
     * What became of what a request did.
     *
     * @param grant the grant that it made, as it is by now
     * @param undone whether another request undid it
     * @param hindered what was found since to be denied of the grant
     * @param ender who ended the grant before its time, or asked for what ended it
     */
    public record Since(Optional<Grant> grant, boolean undone, Optional<Hindered> hindered, Optional<PersonId> ender) {
        /** It is as it was. */
        public static final Since NOTHING = new Since(Optional.empty(), false, Optional.empty(), Optional.empty());

        static Since of(LedgerTransaction transaction, Request request, List<Event> events) {
            Optional<Grant> grant = transaction.grants().find(new GrantId(request.id()));
            return new Since(
                    grant,
                    events.stream().anyMatch(event -> event.kind() == EventKind.UNDONE),
                    CardHistory.hindered(events),
                    grant.flatMap(Grant::ended).flatMap(end -> ender(transaction, end, events)));
        }

        // Events are kept for good, and who ended it stands in the last one that says so.
        private static Optional<PersonId> ender(LedgerTransaction transaction, Grant.End end, List<Event> events) {
            return switch (end.reason()) {
                case ENDED_EARLY ->
                    events.stream()
                            .filter(event -> event.kind() == EventKind.GRANT_ENDED)
                            .reduce((first, second) -> second)
                            .flatMap(Event::actor);
                case REVOKED, UNDONE ->
                    end.by().flatMap(transaction.requests()::find).flatMap(Request::maker);
                case EXPIRED, FOUND_MISSING, PRINCIPAL_DELETED, REPOSITORY_DELETED, OUT_OF_REACH -> Optional.empty();
            };
        }
    }

    /**
     * What a reading found statements of others to deny of a grant, where that isn't as its card had shown it.
     *
     * @param mark the same for the same
     * @param what in sentences; blank if nothing is denied any more
     */
    public record Hindered(String mark, String what) {}

    /** Returns what is on record about the request's present revision. */
    public static CardHistory of(LedgerTransaction transaction, Request request) {
        return of(transaction, request, transaction.events().of(request.id()));
    }

    /** As the other, where the request's events were read already. */
    public static CardHistory of(LedgerTransaction transaction, Request request, List<Event> events) {
        return new CardHistory(
                ShorterEnd.last(events),
                WithdrawnApproval.of(events, request.revision().number()),
                RevisionCause.last(events),
                waitingForAws(events),
                waitingForSlack(events),
                triedAgain(events),
                Since.of(transaction, request, events),
                Glass.of(events),
                covering(events));
    }

    /** Returns what was found last to be denied of the request's grant. */
    public static Optional<Hindered> hindered(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.GRANT_HINDERED)
                .reduce((first, second) -> second)
                .map(event -> new Hindered(
                        event.details().getOrDefault(Detail.MARK, ""),
                        event.details().getOrDefault(Detail.WHAT, "")));
    }

    /** Returns the grants that gave already what a request was to give when nothing was left to change. */
    public static List<Covering> covering(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.FAILED)
                .reduce((first, second) -> second)
                .map(event -> Covering.parse(event.details().getOrDefault(Detail.GRANTS, "")))
                .orElse(List.of());
    }

    /** Returns since when AWS keeps what was approved last from being applied. */
    public static Optional<Instant> waitingForAws(List<Event> events) {
        return waiting(events, EventKind.WAITING_FOR_AWS);
    }

    /** Returns since when Slack doesn't say whether those who approved last still may. */
    public static Optional<Instant> waitingForSlack(List<Event> events) {
        return waiting(events, EventKind.WAITING_FOR_SLACK);
    }

    /** Returns the request that took this one's place when it had failed. */
    public static Optional<RequestId> triedAgain(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.TRIED_AGAIN)
                .flatMap(event -> RequestId.parse(event.details().getOrDefault(Detail.TO, "")).stream())
                .findFirst();
    }

    private static Optional<Instant> waiting(List<Event> events, EventKind forWhom) {
        return events.stream()
                .filter(event -> WAITS.contains(event.kind()))
                .reduce((first, second) -> second)
                .filter(event -> event.kind() == forWhom)
                .map(Event::at);
    }
}
