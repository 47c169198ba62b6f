package dev.ecrbot.aws;

import java.time.Duration;

/** The end of a call's time, on the machine's monotonic clock: setting the wall clock must not make a call last longer. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns the time that is left, at least a millisecond: the SDK takes no time at all for no limit. */
    Duration left() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
    }

    boolean leaves(Duration time) {
        return end - System.nanoTime() > time.toNanos();
    }
}
