package dev.ecrbot.e2e;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.store.StoreLedger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Records one event. Beside no class of the bot's, since what is loaded first says where a package comes from. */
final class Recording {
    private Recording() {}

    public static void main(String[] arguments) {
        try (var ledger = StoreLedger.open(arguments[0], Optional.empty())) {
            var event = new Event(
                    EventKind.ASK_REFUSED,
                    Optional.empty(),
                    Optional.empty(),
                    Instant.parse("2026-11-22T09:30:00Z"),
                    Map.of());
            ledger.record(books -> books.events().add(event));
        }
    }
}
