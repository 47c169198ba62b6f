package dev.ecrbot.rules;

import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Works out when a grant ends. */
public final class GrantEnds {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private GrantEnds() {}

    /**
     * Works out the end of a grant that is asked for at {@code now}.
     *
     * <p>One that is a day or more away is rounded up to the full hour, so that grants can share a statement, and any other
     * to the full minute, as it is shown; that may be up to an hour beyond {@code max}, which bounds what is asked and not
     * what comes of it. What lasts for less than five minutes would be over before it is of use, and is refused.
     *
     * @param asked the end that the person named, counted from {@code now} if it was a duration
     * @param max the rule's longest duration, and its end where none is asked for
     */
    public static End end(Optional<Instant> asked, Instant now, Optional<Duration> max) {
        if (asked.isEmpty()) {
            return max.<End>map(longest -> new End.At(rounded(now.plus(longest), now), true))
                    .orElseGet(End.Never::new);
        }
        Instant end = asked.get();
        if (!end.isAfter(now)) {
            return new End.Refused(EndProblems.notInFuture());
        }
        if (end.isBefore(now.truncatedTo(ChronoUnit.SECONDS).plus(SHORTEST))) {
            return new End.Refused(EndProblems.tooSoon(SHORTEST.toMinutes()));
        }
        Optional<Duration> exceeded = max.filter(longest -> end.isAfter(now.plus(longest)));
        return exceeded.<End>map(longest -> new End.Refused(tooLong(longest)))
                .orElseGet(() -> new End.At(rounded(end, now), false));
    }

    private static Instant rounded(Instant end, Instant now) {
        // What was typed counts from the second, as durations do: a day is one although the clock has gone on.
        boolean day = !end.isBefore(now.truncatedTo(ChronoUnit.SECONDS).plus(DAY));
        ChronoUnit unit = day ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
        Instant full = end.truncatedTo(unit);
        return full.equals(end) ? end : full.plus(1, unit);
    }

    private static Problem tooLong(Duration max) {
        return EndProblems.longerThanRule(DurationText.of(max));
    }
}
