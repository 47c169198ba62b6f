package dev.ecrbot.slack.intake;

import java.time.Duration;
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
public final class ServicePool {
    private static final Logger LOG = LoggerFactory.getLogger(ServicePool.class);

    private final ThreadPoolExecutor pool;

    public ServicePool(int threads, int queue) {
        var count = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(queue),
                work -> new Thread(work, "slack-worker-" + count.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
    }

    /** What became of work that was handed on. */
    enum Taken {
        YES,
        FULL,
        STOPPING
    }

    Taken hand(Runnable work) {
        try {
            pool.execute(() -> run(work));
            return Taken.YES;
        } catch (RejectedExecutionException e) {
            return pool.isShutdown() ? Taken.STOPPING : Taken.FULL;
        }
    }

    /** Takes nothing new in; what was taken goes on. */
    public void stopTaking() {
        pool.shutdown();
    }

    /** Waits for what was taken; returns whether all of it was done in time. */
    public boolean drain(Duration deadline) throws InterruptedException {
        return pool.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives up what isn't done. */
    public void close() {
        int left = pool.shutdownNow().size() + pool.getActiveCount();
        if (left > 0) {
            LOG.warn("Stopped before {} deliveries from Slack were served", left);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A delivery from Slack failed", e);
        }
    }
}
