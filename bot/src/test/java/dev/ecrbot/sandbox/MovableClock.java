package dev.ecrbot.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on by itself, and can be moved ahead; never back, since what is recorded would lie in its future. */
public final class MovableClock extends Clock {
    /** Dates beyond this aren't what anybody wants to try, and some arithmetic has an end. */
    static final Duration MOST = Duration.ofDays(3_650);

    private final Clock clock;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public MovableClock(Clock clock) {
        this.clock = clock;
    }

    /**
     * Moves ahead.
     *
     * @throws IllegalArgumentException if that is back, or years away
     */
    public void advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("The clock only goes forward.");
        }
        ahead.updateAndGet(before -> {
            if (by.compareTo(MOST) > 0 || before.plus(by).compareTo(MOST) > 0) {
                throw new IllegalArgumentException("That is more than ten years ahead.");
            }
            return before.plus(by);
        });
    }

    /** Moves to a moment that is still to come. */
    public void advanceTo(Instant moment) {
        advance(Duration.between(instant(), moment));
    }

    /** Returns how far it was moved in all. */
    public Duration ahead() {
        return ahead.get();
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("this clock has no zones");
    }
}
