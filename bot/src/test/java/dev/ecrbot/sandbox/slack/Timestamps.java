package dev.ecrbot.sandbox.slack;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Gives each message a {@code ts} of its own, in order, even where the clock stands still. */
final class Timestamps {

    private final Clock clock;
    private Instant last = Instant.EPOCH;

    Timestamps(Clock clock) {
        this.clock = clock;
    }

    synchronized String next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return String.format(Locale.ROOT, "%d.%06d", last.getEpochSecond(), last.getNano() / 1000);
    }
}
