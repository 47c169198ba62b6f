package dev.ecrbot;

import java.time.Duration;

/**
 * How long a test waits for an event at most. It goes on as soon as the event is there, so that only a test that fails, and
 * one on a machine that does much else, waits for longer than a moment.
 */
public final class LongestWait {
    public static final int SECONDS = 60;
    public static final Duration TIME = Duration.ofSeconds(SECONDS);

    private LongestWait() {}
}
