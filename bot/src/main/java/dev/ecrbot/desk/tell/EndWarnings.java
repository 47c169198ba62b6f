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
    /** One message tells of all that comes due within so long. */
    private static final Duration TOGETHER = Duration.ofHours(2);

    private EndWarnings() {}

    /** Returns the number of the last warning that is due by now, for an end that was set then; 0 if none is. */
    public static int passed(Instant set, Instant until, Instant now) {
        return steps(set, until)
                .filter(step -> !now.isBefore(at(until, step)))
                .max()
                .orElse(0);
    }

    /**
     * Returns the number of the last warning that may be told now, together with one that is due: what comes due within these
     * hours, and never to whoever was just told the end.
     */
    public static int passedSoon(Instant set, Instant until, Instant now) {
        return now.isBefore(set.plus(QUIET)) ? passed(set, until, now) : passed(set, until, now.plus(TOGETHER));
    }

    /** Returns before when a grant ends for which a warning may be told now. */
    public static Instant horizon(Instant now) {
        return now.plus(BEFORE.get(0)).plus(TOGETHER);
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
