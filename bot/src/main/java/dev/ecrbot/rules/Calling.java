package dev.ecrbot.rules;

import dev.ecrbot.time.Hours;
import java.time.Instant;
import java.util.Optional;

/**
 * When people are called about a request that waits. It says nothing of who may decide.
 *
 * @param hours in which they are reminded; at all hours if there are none
 */
public record Calling(Optional<Hours> hours) {
    /** What a rule that says nothing of it gets. */
    public static final Calling USUAL = new Calling(Optional.empty());

    /** Returns this moment if people may be reminded then, else the next one at which they may. */
    public Instant from(Instant moment) {
        return hours.map(set -> set.nextFrom(moment)).orElse(moment);
    }
}
