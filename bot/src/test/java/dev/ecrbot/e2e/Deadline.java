package dev.ecrbot.e2e;

import java.time.Duration;

/** The moment by which all of several things have to be there. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns how long there is still to wait; nothing once it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
