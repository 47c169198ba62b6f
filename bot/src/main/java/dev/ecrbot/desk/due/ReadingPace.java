package dev.ecrbot.desk.due;

/**
 * How many policies one look may read: one more after each look that AWS let pass, and half as many once it throttles.
 * What it allows isn't published. Not thread-safe.
 */
final class ReadingPace {
    /** With a look every five seconds, five a second: ten thousand policies in little more than half an hour. */
    static final int FASTEST = 25;

    private int atMost = 5;

    int atMost() {
        return atMost;
    }

    void passed() {
        atMost = Math.min(FASTEST, atMost + 1);
    }

    void throttled() {
        atMost = Math.max(1, atMost / 2);
    }
}
