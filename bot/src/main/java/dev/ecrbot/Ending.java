package dev.ecrbot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the bot when the process is told to end. Where that hangs, since the database or something else doesn't answer, the process is
 * halted all the same, before whatever runs it would kill it: what is recorded is settled at the next start, as after a kill.
 *
 * @param close ends the bot
 * @param atMost for so long
 * @param halt ends the process at once
 */
record Ending(Runnable close, Duration atMost, Runnable halt) implements Runnable {
    /** Together with what the JVM takes, within the 25 seconds that are promised. */
    static final Duration AT_MOST = Duration.ofSeconds(22);

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Duration TO_SAY_SO = Duration.ofMillis(500);

    @Override
    public void run() {
        var closed = new CountDownLatch(1);
        start(() -> haltUnless(closed), "ending");
        try {
            close.run();
        } finally {
            closed.countDown();
        }
    }

    private void haltUnless(CountDownLatch closed) {
        try {
            if (closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            // Where the log goes to may be what hangs.
            Thread words =
                    start(() -> LOG.error("ecr-bot has not ended in {} s, and is halted", atMost.toSeconds()), "halt");
            words.join(TO_SAY_SO.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt.run();
    }

    private static Thread start(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
