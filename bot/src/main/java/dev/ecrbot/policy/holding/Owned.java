package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.Optional;

/** A grant on this repository that the store has and that is in force. Its end is a whole second. */
public record Owned(Principal principal, Access access, Optional<Instant> until) {
    public Owned {
        until = Ends.whole(until);
    }
}
