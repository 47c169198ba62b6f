package dev.ecrbot.sandbox.ecr;

import java.time.Duration;

/** AWS throttles whatever comes faster than so many calls a second, and lets a short burst pass. Thread-safe. */
public final class CallLimit implements Fault {
    private static final double BURST = 20;

    private final double aSecond;
    private double left = BURST;
    private long last = System.nanoTime();
    private long first;
    private int passed;
    private int throttled;

    /** @param aSecond how many calls a second it lets pass */
    public CallLimit(double aSecond) {
        this.aSecond = aSecond;
    }

    /** Returns a model's limit, for all of its calls together. */
    public static CallLimit on(EcrModel model, double aSecond) {
        var limit = new CallLimit(aSecond);
        for (ApiOperation operation : ApiOperation.values()) {
            model.traffic().always(operation, limit);
        }
        return limit;
    }

    @Override
    public synchronized void before(ApiCall call) {
        long now = System.nanoTime();
        first = passed == 0 ? now : first;
        left = Math.min(
                BURST, left + aSecond * (now - last) / Duration.ofSeconds(1).toNanos());
        last = now;
        if (left < 1) {
            throttled++;
            throw AwsError.throttled();
        }
        left--;
        passed++;
    }

    public synchronized int passed() {
        return passed;
    }

    public synchronized int throttled() {
        return throttled;
    }

    /** Returns how many calls passed of those that could have, from the first call to the last. */
    public synchronized double used() {
        double seconds = (double) (last - first) / Duration.ofSeconds(1).toNanos();
        return passed / (seconds * aSecond + BURST);
    }
}
