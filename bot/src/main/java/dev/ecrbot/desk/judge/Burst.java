package dev.ecrbot.desk.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** What one person did within the last minute, and how many refusals of it aren't recorded yet. Thread-safe. */
final class Burst {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> times = new ArrayDeque<>();
    private Instant recorded = Instant.MIN;
    private int refused;

    /** Returns whether there were fewer than this. */
    synchronized boolean fewerThan(int most, Instant now) {
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WINDOW))) {
            times.removeFirst();
        }
        return times.size() < most;
    }

    synchronized boolean taken(int most, Instant now) {
        return fewerThan(most, now) && times.add(now);
    }

    synchronized void add(Instant now) {
        times.add(now);
    }

    /** Counts a refusal; returns how many aren't recorded, or nothing while a record is less than a minute old. */
    synchronized OptionalInt unrecorded(Instant now) {
        refused++;
        if (recorded.isAfter(now.minus(WINDOW))) {
            return OptionalInt.empty();
        }
        recorded = now;
        return OptionalInt.of(rest());
    }

    /** Returns how many aren't recorded; they are taken to be from here on. */
    synchronized int rest() {
        int all = refused;
        refused = 0;
        return all;
    }
}
