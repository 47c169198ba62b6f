package dev.ecrbot.store;

import dev.ecrbot.LongestWait;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs work on threads of its own, and waits for it, for a bounded time. */
public final class Race {
    private Race() {}

    /** Starts the work on another thread. */
    static <T> CompletableFuture<T> start(Callable<T> work) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "race");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Starts the work on so many threads at the same moment, and returns how each ended. */
    static <T> List<CompletableFuture<T>> all(int runners, Callable<T> work) throws Exception {
        return all(IntStream.range(0, runners).mapToObj(i -> work).toList());
    }

    /** As the other, with work of its own for each. */
    public static <T> List<CompletableFuture<T>> all(List<Callable<T>> works) throws Exception {
        var line = new CyclicBarrier(works.size());
        List<CompletableFuture<T>> results = works.stream()
                .map(work -> start(() -> {
                    line.await(LongestWait.SECONDS, TimeUnit.SECONDS);
                    return work.call();
                }))
                .toList();
        for (CompletableFuture<T> result : results) {
            result.handle((value, failure) -> true).get(LongestWait.SECONDS, TimeUnit.SECONDS);
        }
        return results;
    }

    /** Returns the result, or throws what the work threw. */
    static <T> T get(CompletableFuture<T> result) {
        try {
            return result.orTimeout(LongestWait.SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    /** Returns what the work returns once the database is back; until then it says that it is away. */
    static <T> T onceBack(Supplier<T> work) {
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        while (true) {
            try {
                return work.get();
            } catch (ProblemException e) {
                if (e.problem().code() != Code.STORE_UNAVAILABLE || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    /** Returns whether the ledger comes to say that it can be used, which on a busy machine it may not say at once. */
    static boolean becomesUsable(Ledger ledger) {
        long deadline = System.nanoTime() + LongestWait.TIME.toNanos();
        boolean usable = ledger.usable();
        while (!usable && System.nanoTime() < deadline) {
            usable = ledger.usable();
        }
        return usable;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("nothing came in " + LongestWait.SECONDS + " s");
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
