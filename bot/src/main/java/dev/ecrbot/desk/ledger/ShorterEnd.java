package dev.ecrbot.desk.ledger;

import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * That an approver shortened the end that a request asks for.
 *
 * @param revision the one that shows the shorter end first
 */
public record ShorterEnd(PersonId by, int revision) {

    /** Returns the last one. */
    public static Optional<ShorterEnd> last(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.SHORTENED)
                .map(event -> new ShorterEnd(
                        event.actor().orElseThrow(),
                        Integer.parseInt(event.details().getOrDefault(Detail.REVISION, "0"))))
                .reduce((first, second) -> second);
    }
}
