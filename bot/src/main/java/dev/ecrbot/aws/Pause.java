package dev.ecrbot.aws;

import java.time.Duration;

/** Waits; replaced in tests, which don't. */
@FunctionalInterface
interface Pause {

    void last(Duration time) throws InterruptedException;

    /** Lets the calling thread sleep. */
    static Pause sleeping() {
        return time -> Thread.sleep(time.toMillis());
    }
}
