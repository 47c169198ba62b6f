package dev.ecrbot.aws;

import java.time.Duration;

/** Waits; replaced in tests, which don't. */
@FunctionalInterface
interface Pause {

    void last(Duration time) throws InterruptedException;

    /**
     * Lets the calling thread sleep. Nothing can tell when AWS has heard of a new principal, so there is no event to wait
     * for; the thread is an applier's own, and an interruption ends the wait.
     */
    static Pause sleeping() {
        return time -> Thread.sleep(time.toMillis());
    }
}
