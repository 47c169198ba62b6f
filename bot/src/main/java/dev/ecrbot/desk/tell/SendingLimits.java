package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.time.Tempo;
import java.time.Duration;
import java.time.Instant;

/**
 * How much may be sent to Slack: at which pace in a channel and to a person, and at which the app's messages may be edited.
 *
 * @param posts of what is posted in one lane
 * @param edits of the app's edits
 * @param notes how many notes a channel's threads get one by one within a window; more are listed together
 * @param window within which notes are counted, and the longest that one waits for others
 */
public record SendingLimits(Pace posts, Pace edits, int notes, Duration window) {
    /**
     * A message each second in a channel, with short bursts, and fifty edits a minute (docs.slack.dev/apis/web-api/rate-limits:
     * chat.postMessage is special, chat.update is of tier 3); the edits that a burst may take are left out of the pace.
     */
    public static final SendingLimits SLACK = new SendingLimits(
            new Pace(Duration.ofSeconds(1), 3), new Pace(Duration.ofMillis(1_500), 10), 5, Duration.ofMinutes(1));

    /** As much as there is, for a Slack without limits. */
    public static final SendingLimits NONE =
            new SendingLimits(new Pace(Duration.ZERO, 1), new Pace(Duration.ZERO, 1), Integer.MAX_VALUE, Duration.ZERO);

    /**
     * A pace.
     *
     * @param every how long after one the next may go
     * @param atOnce how many may go at once after a while without any
     */
    public record Pace(Duration every, int atOnce) {

        boolean isUnlimited() {
            return every.isZero();
        }

        /** Returns since when the lane will be free after one more was sent now, in a lane that was free since then. */
        Instant next(Instant free, Instant now) {
            Instant earliest = now.minus(every.multipliedBy(atOnce - 1L));
            return (free.isAfter(earliest) ? free : earliest).plus(every);
        }
    }

    /** Returns the same, with pauses as long as this tempo has them. */
    public SendingLimits at(Tempo tempo) {
        return new SendingLimits(
                new Pace(tempo.of(posts.every()), posts.atOnce()),
                new Pace(tempo.of(edits.every()), edits.atOnce()),
                notes,
                tempo.of(window));
    }

    /** Returns the pace of a lane. */
    Pace of(Lane lane) {
        return lane.equals(Lane.EDITS) ? edits : posts;
    }
}
