package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a card shows of what happened to its request.
 *
 * @param shorter who shortened the end, if somebody did
 * @param withdrawn approvals of the present revision that don't count any more
 * @param revised why the present revision was made, if it isn't the first one
 * @param waitingForAws since when AWS keeps what is approved from being applied
 */
public record CardHistory(
        Optional<ShorterEnd> shorter,
        List<WithdrawnApproval> withdrawn,
        RevisionCause revised,
        Optional<Instant> waitingForAws) {
    /** Nothing has happened yet. */
    public static final CardHistory NONE =
            new CardHistory(Optional.empty(), List.of(), RevisionCause.of(Map.of()), Optional.empty());

    /** Returns what these events tell about a request's present revision. */
    public static CardHistory of(List<Event> events, int revision) {
        return new CardHistory(
                ShorterEnd.last(events),
                WithdrawnApproval.of(events, revision),
                RevisionCause.last(events),
                waitingForAws(events));
    }

    /** Returns since when AWS keeps what was approved last from being applied. */
    public static Optional<Instant> waitingForAws(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.APPROVED || event.kind() == EventKind.WAITING_FOR_AWS)
                .reduce((first, second) -> second)
                .filter(event -> event.kind() == EventKind.WAITING_FOR_AWS)
                .map(Event::at);
    }
}
