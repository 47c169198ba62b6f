package dev.ecrbot.rules;

import dev.ecrbot.time.Hours;
import java.time.Instant;
import java.util.Optional;

/**
 * When people are called about a request that waits, and how others hear of it. It says nothing of who may decide.
 *
 * @param hours in which people are reminded, and called late; at all hours if there are none
 * @param escalation who is called only after a while
 * @param pingsInformed whether those who are told for information are notified, too
 */
public record Calling(Optional<Hours> hours, Optional<Escalation> escalation, boolean pingsInformed) {
    /** What a rule that says nothing of it gets. */
    public static final Calling USUAL = new Calling(Optional.empty(), Optional.empty(), true);

    /** Returns this moment if people may be reminded then, else the next one at which they may. */
    public Instant from(Instant moment) {
        return hours.map(set -> set.nextFrom(moment)).orElse(moment);
    }

    /** Returns when the deputies are called about what waits since then; the time is counted in the hours, if there are some. */
    public Optional<Instant> escalates(Instant since) {
        return escalation
                .map(Escalation::after)
                .map(after ->
                        hours.map(set -> set.nextFrom(set.passed(since, after))).orElseGet(() -> since.plus(after)));
    }

    /** Returns who of the approvers is called at once. */
    public People first(People approvers) {
        return escalation.flatMap(late -> approvers.without(late.to())).orElse(approvers);
    }
}
