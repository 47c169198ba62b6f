package dev.ecrbot.machine;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has calls that were turned away at the door recorded: the first of a kind at once, what follows within a minute together with the next
 * or at the end, so that a flood leaves one record a minute. Thread-safe.
 */
final class TurnedAway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);
    private static final Duration PACE = Duration.ofMinutes(1);

    /** Puts it into the audit trail. */
    interface Book {
        /** @param machine which; empty where that wasn't proven */
        void add(Optional<PersonId> machine, int calls, Problem why);
    }

    private final Book book;
    private final Clock clock;
    private final Map<Optional<PersonId>, Flood> floods = new HashMap<>();

    TurnedAway(Book book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    synchronized void add(Optional<PersonId> machine, Problem why) {
        Flood before = floods.getOrDefault(machine, new Flood(Instant.MIN, 0, why));
        Instant now = clock.instant();
        if (before.recorded.isAfter(now.minus(PACE))) {
            floods.put(machine, new Flood(before.recorded, before.calls + 1, why));
            return;
        }
        floods.put(machine, new Flood(now, 0, why));
        record(machine, before.calls + 1, why);
    }

    private void record(Optional<PersonId> machine, int calls, Problem why) {
        try {
            book.add(machine, calls, why);
        } catch (RuntimeException e) {
            // It was turned away all the same.
            LOG.warn("{} calls turned away couldn't be recorded: {}", calls, e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        floods.forEach((machine, flood) -> {
            if (flood.calls > 0) {
                record(machine, flood.calls, flood.why);
            }
        });
        floods.clear();
    }

    /** @param calls how many aren't recorded */
    private record Flood(Instant recorded, int calls, Problem why) {}
}
