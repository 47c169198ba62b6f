package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened; appended in the transaction that made it happen, never changed.
 *
 * @param request what it happened to; empty where no request came to be
 * @param actor who did it; empty for the bot itself
 * @param details what else matters, by name
 */
public record Event(
        EventKind kind,
        Optional<RequestId> request,
        Optional<PersonId> actor,
        Instant at,
        Map<String, String> details) {
    public Event {
        details = Map.copyOf(details);
    }
}
