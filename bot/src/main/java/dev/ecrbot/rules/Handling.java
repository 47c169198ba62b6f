package dev.ecrbot.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * How requests under a rule are dealt with, beyond who asks and who decides.
 *
 * @param informed who is mentioned on the card for information, without rights
 * @param requestTimeout how long a request waits for a decision before it expires
 * @param revocation whether taking access away needs an approval
 * @param viewers who is told how things are with what the rule is for
 * @param watch what the channel is told beside
 * @param calling when people are called about what waits
 */
public record Handling(
        Optional<People> informed,
        Duration requestTimeout,
        Revocation revocation,
        People viewers,
        Watch watch,
        Calling calling) {
    /** What a rule that says nothing of it gets. */
    public static final Handling USUAL = new Handling(Optional.empty(), Duration.ofHours(8), Revocation.APPROVAL);

    /** Requests under a rule that lets everybody look. */
    public Handling(Optional<People> informed, Duration requestTimeout, Revocation revocation) {
        this(informed, requestTimeout, revocation, People.everyone(), Watch.NOTHING, Calling.USUAL);
    }

    /** Requests under a rule whose channel is told of them alone. */
    public Handling(Optional<People> informed, Duration requestTimeout, Revocation revocation, People viewers) {
        this(informed, requestTimeout, revocation, viewers, Watch.NOTHING, Calling.USUAL);
    }

    public Handling {
        if (informed.filter(People::anyone).isPresent()) {
            throw new IllegalArgumentException("nobody mentions everybody");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("requests would expire before they are shown");
        }
    }
}
