package dev.ecrbot.desk.apply;

import java.time.Duration;

/**
 * When policies in which grants stand are read again.
 *
 * @param every how often each of them is
 */
public record RereadSchedule(Duration every) {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration SURE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    public RereadSchedule {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("policies are read again after some time: " + every);
        }
    }

    /** Returns how long after a grant's writing it is looked for the first time. */
    Duration first() {
        return atMost(FIRST);
    }

    /** Returns how long a grant has to be missing to be taken for gone. */
    public Duration sure() {
        return atMost(SURE);
    }

    /** Returns how long after one look the next one begins. */
    public Duration look() {
        return atMost(LOOK);
    }

    private Duration atMost(Duration usual) {
        return every.compareTo(usual) < 0 ? every : usual;
    }
}
