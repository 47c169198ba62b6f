package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Owned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

        /** Returns what is in force by it. */
        Owned owned() {
            return new Owned(principal, access, until);
        }
    }

    /**
     * Takes actions away wherever the principal is allowed them by its own name, whoever wrote that.
     *
     * @param access whose actions; empty: everything, actions outside every access included
     */
    record Revoke(Principal principal, Optional<Access> access) implements Edit {}

    /**
     * Moves what a {@link Grant} put in from its end to a later one: in meaning an {@link End}, and then a {@link Grant}.
     *
     * @param from the end that it has
     * @param until the end that it gets; empty: none
     */
    record Extend(Principal principal, Access access, Instant from, Optional<Instant> until) implements Edit {
        public Extend {
            from = from.truncatedTo(ChronoUnit.SECONDS);
            until = Ends.whole(until);
        }

        /** Returns the grant as it was made. */
        public End end() {
            return new End(principal, access, Optional.of(from));
        }

        /** Returns the grant as it becomes. */
        public Grant grant() {
            return new Grant(principal, access, until);
        }
    }

    /** Takes out exactly what a {@link Grant} with the same values put in. */
    record End(Principal principal, Access access, Optional<Instant> until) implements Edit {
        public End {
            until = Ends.whole(until);
        }

        /** Returns what is in force without it. */
        Owned owned() {
            return new Owned(principal, access, until);
        }
    }

    /**
     * Puts a policy back to what it was before a change, as long as nobody changed it since.
     *
     * @param done what the change was; not an undo itself
     * @param plan the change as it was written
     */
    record Undo(Edit done, Plan plan) implements Edit {
        public Undo {
            if (done instanceof Undo) {
                throw new IllegalArgumentException("an undo can't be undone");
            }
        }

        @Override
        public Principal principal() {
            return done.principal();
        }

        /** Returns whether it gives back what was taken away; else it takes away what was given. */
        public boolean givesBack() {
            return done instanceof Revoke || done instanceof End;
        }
    }
}
