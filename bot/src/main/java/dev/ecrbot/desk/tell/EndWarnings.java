package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When the holder of a grant is warned that it ends: a day before, and an hour before. Never within the first hour, since
 * whoever was just told an end knows it: so what is given for less than two hours ends without a warning.
 */
public final class EndWarnings {
    private static final List<Duration> BEFORE = List.of(Duration.ofDays(1), Duration.ofHours(1));
    private static final Duration QUIET = Duration.ofHours(1);

    private EndWarnings() {}

    /** Returns the number of the last warning that is due by now, for an end that was set then; 0 if none is. */
    public static int passed(Instant set, Instant until, Instant now) {
        return steps(set, until)
                .filter(step -> !now.isBefore(at(until, step)))
                .max()
                .orElse(0);
    }

    /** Returns when the next warning is due after now. */
    public static Optional<Instant> next(Instant set, Instant until, Instant now) {
        return steps(set, until)
                .mapToObj(step -> at(until, step))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Returns the number of the last warning that was given of this end; 0 if there was none. */
    public static int given(List<Event> events, Instant until) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.WARNED)
                .filter(event -> until.toString().equals(event.details().get(Detail.UNTIL)))
                .mapToInt(event -> Integer.parseInt(event.details().getOrDefault(Detail.STEP, "0")))
                .max()
                .orElse(0);
    }

    private static IntStream steps(Instant set, Instant until) {
        return IntStream.rangeClosed(1, BEFORE.size())
                .filter(step -> !at(until, step).isBefore(set.plus(QUIET)));
    }

    private static Instant at(Instant until, int step) {
        return until.minus(BEFORE.get(step - 1));
    }
}
