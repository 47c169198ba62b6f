package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.Optional;

/** What a message says of somebody's access, as a value before it is a sentence. Immutable. */
public sealed interface Claim {

    /** Returns whose policy it is about. */
    Target on();

    /** Returns whose access it is about. */
    Principal who();

    /** Returns the moment of which it speaks; empty if it is said for as long as its message stands. */
    Optional<Instant> asOf();

    /**
     * They have this access, until its end if it has one; nothing is said of what comes after.
     *
     * @param limited whether the message says beside it that something in the policies may keep it from being all that: a
     *     condition, or a statement that denies
     */
    record Held(Target on, Owned owned, boolean limited, Optional<Instant> asOf) implements Claim {
        @Override
        public Principal who() {
            return owned.principal();
        }
    }

    /**
     * No statement that names them allowed it then.
     *
     * @param access empty: nothing at all is allowed so
     */
    record Taken(Target on, Principal who, Optional<Access> access, Instant at) implements Claim {
        @Override
        public Optional<Instant> asOf() {
            return Optional.of(at);
        }
    }
}
