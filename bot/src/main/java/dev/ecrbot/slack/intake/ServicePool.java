package dev.ecrbot.slack.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that do what was acknowledged. Bounded, so that a flood is refused and not queued without end, and owned, so
 * that a shutdown can wait for them. Thread-safe.
 */
final class ServicePool {
    private static final Logger LOG = LoggerFactory.getLogger(ServicePool.class);

    private final ThreadPoolExecutor pool;

    /**
     * @param name of its threads
     */
    ServicePool(String name, int threads, int queue) {
        var count = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(queue),
                work -> new Thread(work, name + "-" + count.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
    }

    /** What became of work that was handed on. */
    enum Taken {
        YES,
        FULL,
        STOPPING
    }

    /** Something to be done, and what to do where it never comes to that. */
    private record Task(Runnable work, Runnable unserved) implements Runnable {
        @Override
        public void run() {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A delivery from Slack failed", e);
            }
        }
    }

    /**
     * Has this done.
     *
     * @param unserved called instead where the pool ends before it has begun
     */
    Taken hand(Runnable work, Runnable unserved) {
        try {
            pool.execute(new Task(work, unserved));
            return Taken.YES;
        } catch (RejectedExecutionException e) {
            return pool.isShutdown() ? Taken.STOPPING : Taken.FULL;
        }
    }

    /** Returns how much waits for a thread. */
    int waiting() {
        return pool.getQueue().size();
    }

    /** Takes nothing new in; what was taken goes on. */
    void stopTaking() {
        pool.shutdown();
    }

    /** Waits for what was taken; returns whether all of it was done in time. What hasn't begun by then never will. */
    boolean drain(Duration deadline) throws InterruptedException {
        boolean done = pool.awaitTermination(Math.max(0, deadline.toMillis()), TimeUnit.MILLISECONDS);
        var left = new ArrayList<Runnable>();
        pool.getQueue().drainTo(left);
        left.forEach(task -> ((Task) task).unserved().run());
        return done;
    }

    /** Gives up what isn't done. */
    void close() {
        int left = pool.shutdownNow().size() + pool.getActiveCount();
        if (left > 0) {
            LOG.warn("Stopped before {} deliveries from Slack were served", left);
        }
    }
}
