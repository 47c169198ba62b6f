package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.LongestWait;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a call up until it is told to let it go on. */
public final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Waits until a call is held up here. */
    public void awaitArrival() {
        await(arrived, "no call arrived");
    }

    /** Lets the held call go on, and every later one pass. */
    public void release() {
        released.countDown();
    }

    void pass() {
        arrived.countDown();
        await(released, "nobody released the call");
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(otherwise + " within " + LongestWait.SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise, e);
        }
    }
}
