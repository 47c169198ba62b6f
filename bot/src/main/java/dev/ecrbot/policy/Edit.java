package dev.ecrbot.policy;

import dev.ecrbot.ecr.Access;
import java.time.Instant;
import java.util.Optional;

/** One intended alteration of one policy. Ends are whole seconds; what is finer is cut off. */
public sealed interface Edit {

    /** Returns whose access is altered; nobody else's ever is. */
    Principal principal();

    /** Gives an access, until its end if it has one. */
    record Grant(Principal principal, Access access, Optional<Instant> until) implements Edit {
        public Grant {
            until = Ends.whole(until);
        }
    }

    /**
     * Takes actions away wherever the principal is allowed them by its own name, whoever wrote that.
     *
     * @param access whose actions; empty: everything, actions outside every access included
     */
    record Revoke(Principal principal, Optional<Access> access) implements Edit {}

    /** Takes out exactly what a {@link Grant} with the same values put in. */
    record End(Principal principal, Access access, Optional<Instant> until) implements Edit {
        public End {
            until = Ends.whole(until);
        }
    }
}
