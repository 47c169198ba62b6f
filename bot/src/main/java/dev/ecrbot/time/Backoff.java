package dev.ecrbot.time;

import java.time.Duration;

/**
 * Pauses between attempts: each twice as long as the one before, up to the longest.
 *
 * @param first the pause after one failure; longer than nothing
 * @param longest at least as long as the first
 */
public record Backoff(Duration first, Duration longest) {
    public Backoff {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses grow from some time to at least as much");
        }
    }

    /** Returns how long to wait after so many failures in a row; zero after none. */
    public Duration after(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration pause = first;
        for (int doubled = 1; doubled < failures && pause.compareTo(longest) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
