package dev.ecrbot.index;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a crawl calls AWS: faster and faster until AWS throttles, then near below that. Thread-safe.
 *
 * <p>AWS publishes no rate for these calls. After throttling it goes on at 94 % and grows by 2 % a second; throttled again
 * within a second, at 80 %. So it stays close below a limit that stays, and gets below one that falls within seconds.
 */
public final class CallPace {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 1_000;
    // Calls that were under way when the first was throttled tell nothing new.
    private static final long SAME = Duration.ofMillis(300).toNanos();
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private double rate;
    private boolean met;
    private long dropped;
    private long next;

    /**
     * @param start calls a second at first
     * @param nanos the time that passes
     */
    public CallPace(double start, LongSupplier nanos) {
        this.rate = start;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** Takes the next turn; returns how long to wait for it. */
    public synchronized Duration turn() {
        long now = nanos.getAsLong();
        long turn = Math.max(now, next);
        next = turn + (long) (Duration.ofSeconds(1).toNanos() / rate);
        return Duration.ofNanos(turn - now);
    }

    /** AWS answered. */
    public synchronized void passed() {
        rate = Math.min(FASTEST, rate + (met ? 0.02 : 1));
    }

    /** AWS throttled. */
    public synchronized void throttled() {
        long now = nanos.getAsLong();
        if (met && now - dropped < SAME) {
            return;
        }
        rate = Math.max(SLOWEST, rate * (met && now - dropped < SOON ? 0.8 : 0.94));
        met = true;
        dropped = now;
    }

    /** Returns how many calls a second it takes. */
    public synchronized double rate() {
        return rate;
    }
}
