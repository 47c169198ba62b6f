package dev.ecrbot.sandbox.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The trigger ids handed out with each interaction: good for three seconds, and once. */
final class Triggers {

    private static final Duration LIFE = Duration.ofSeconds(3);

    private record Trigger(String personId, Instant at, boolean used) {}

    private final Clock clock;
    private final Map<String, Trigger> triggers = new HashMap<>();

    Triggers(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(String personId) {
        String id = "13345224609.738474920." + UUID.randomUUID().toString().replace("-", "");
        triggers.put(id, new Trigger(personId, clock.instant(), false));
        return id;
    }

    /** Returns whose interaction it was. */
    synchronized String exchange(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            throw new SlackError("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new SlackError("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.at().plus(LIFE))) {
            throw new SlackError("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.personId(), trigger.at(), true));
        return trigger.personId();
    }
}
