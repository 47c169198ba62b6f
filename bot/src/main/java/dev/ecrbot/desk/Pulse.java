package dev.ecrbot.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether one of the desk's threads goes on: it does its work here, and whatever that throws is counted. Thread-safe. */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    // Longer than everything that a worker waits for: locks, AWS's time-outs, readings some seconds apart.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String kind;
    private final Thread thread;
    private final Consumer<String> failures;
    private final LongSupplier nanoTime;
    private volatile long since;
    private volatile boolean busy;

    /**
     * @param kind of work, as failures are counted
     */
    Pulse(String kind, Thread thread, Consumer<String> failures, LongSupplier nanoTime) {
        this.kind = kind;
        this.thread = thread;
        this.failures = failures;
        this.nanoTime = nanoTime;
    }

    /** As {@link #goesOn}, for work that says nothing. */
    void run(Runnable work) {
        goesOn(() -> {
            work.run();
            return false;
        });
    }

    /**
     * Does the work once; whatever it throws ends neither the thread nor what comes after.
     *
     * @return whether the work says that there is more of it
     */
    boolean goesOn(BooleanSupplier work) {
        since = nanoTime.getAsLong();
        busy = true;
        try {
            return work.getAsBoolean();
        } catch (RuntimeException | Error e) {
            // Without this thread nothing would be applied or told any more, and nobody would see why.
            LOG.error("{} failed and will be tried again", kind, e);
            failures.accept(kind);
            return false;
        } finally {
            busy = false;
        }
    }

    /** Returns what is wrong with the thread, in words; empty if nothing is. */
    Optional<String> trouble() {
        if (thread.getState() != Thread.State.NEW && !thread.isAlive()) {
            return Optional.of(thread.getName() + " has ended");
        }
        long minutes = busy ? Duration.ofNanos(nanoTime.getAsLong() - since).toMinutes() : 0;
        return minutes < LONGEST.toMinutes()
                ? Optional.empty()
                : Optional.of(thread.getName() + " has been at one thing for " + minutes + " minutes");
    }
}
