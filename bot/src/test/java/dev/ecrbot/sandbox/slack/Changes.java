package dev.ecrbot.sandbox.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Counts what happened, and wakes whoever waits for something to happen. */
final class Changes {

    // What is waited for may happen elsewhere, where nobody counts it.
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long count;

    void happened() {
        synchronized (this) {
            count++;
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    synchronized long count() {
        return count;
    }

    /** Calls this after each change, on the thread that made it, until closed. */
    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    <T> Optional<T> await(Supplier<Optional<T>> condition, Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            // Counted before looking: what happens while the condition is looked at is then noticed.
            long seen = count();
            Optional<T> result = condition.get();
            if (result.isPresent() || !newer(seen, end)) {
                return result.isPresent() ? result : condition.get();
            }
        }
    }

    // The end comes even where looking is itself a change.
    private synchronized boolean newer(long seen, long end) throws InterruptedException {
        long next = Math.min(end, System.nanoTime() + AGAIN.toNanos());
        long left = next - System.nanoTime();
        while (count == seen && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = next - System.nanoTime();
        }
        return System.nanoTime() < end;
    }
}
