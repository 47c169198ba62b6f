package dev.ecrbot.ops;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one probe, never twice at a time: whoever asks while it runs waits for the same answer. So a probe that hangs costs
 * one thread, however often it is asked for. Thread-safe.
 */
final class Watch {
    private final Probe probe;
    private final ExecutorService pool;
    private @Nullable Future<Optional<String>> running;

    Watch(Probe probe, ExecutorService pool) {
        this.probe = probe;
        this.pool = pool;
    }

    String name() {
        return probe.name();
    }

    /** Sees to it that the probe is running; when the pool takes nothing more, that is what is found. */
    synchronized Future<Optional<String>> start() {
        Future<Optional<String>> current = running;
        if (current == null || current.isDone()) {
            try {
                current = pool.submit(() -> probe.trouble().get());
            } catch (RejectedExecutionException e) {
                return CompletableFuture.completedFuture(Optional.of(ProbeWords.ending()));
            }
            running = current;
        }
        return current;
    }

    /** Waits until the deadline on {@link System#nanoTime} for what the probe says; no answer is trouble. */
    Finding find(Future<Optional<String>> run, long deadline) {
        return new Finding(trouble(run, deadline), probe.vital());
    }

    private static Optional<String> trouble(Future<Optional<String>> run, long deadline) {
        try {
            return run.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(ProbeWords.interrupted());
        } catch (TimeoutException e) {
            return Optional.of(ProbeWords.noAnswer());
        } catch (ExecutionException e) {
            return Optional.of(ProbeWords.failed());
        }
    }
}
