package dev.ecrbot.desk.apply;

import java.time.Duration;

/** How an ending that fails is tried again: after two minutes, each time after twice as long, up to an hour, for ever. */
final class EndingBackoff {
    /** The failure in a row at which people are told: by then it has gone wrong for six minutes. */
    static final int TOLD_AT = 3;

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 5;

    private EndingBackoff() {}

    /** Returns how long to wait after so many failures, from 1. */
    static Duration pause(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLED_AT_MOST));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
