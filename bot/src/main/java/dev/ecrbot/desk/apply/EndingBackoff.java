package dev.ecrbot.desk.apply;

import dev.ecrbot.time.Backoff;
import java.time.Duration;

/** How an ending that fails is tried again: after two minutes, each time after twice as long, up to an hour, for ever. */
final class EndingBackoff {
    /** The failure in a row at which people are told: by then it has gone wrong for six minutes. */
    static final int TOLD_AT = 3;

    static final Backoff PAUSES = new Backoff(Duration.ofMinutes(2), Duration.ofHours(1));

    private EndingBackoff() {}
}
