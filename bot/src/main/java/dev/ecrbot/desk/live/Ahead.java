package dev.ecrbot.desk.live;

import dev.ecrbot.desk.request.LogContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Something that is read while something else is, and fails for whoever asks for it. */
final class Ahead<T> {
    private final CompletableFuture<T> reading;

    private Ahead(CompletableFuture<T> reading) {
        this.reading = reading;
    }

    /** Begins to read, and returns at once; where nothing runs beside anything any more, it is read here. */
    static <T> Ahead<T> begin(Supplier<T> reading, Executor beside) {
        try {
            return new Ahead<>(CompletableFuture.supplyAsync(LogContext.carriedTo(reading), beside));
        } catch (RejectedExecutionException e) {
            return new Ahead<>(CompletableFuture.completedFuture(reading.get()));
        }
    }

    /** Returns what was read; fails as reading it did. */
    T get() {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
