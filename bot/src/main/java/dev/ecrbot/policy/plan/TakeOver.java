package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives an access in a statement of the bot's, until its end if it has one, in place of what others wrote for the principal
 * by its own name: each statement of theirs that gives it some of the access names it no longer.
 */
public record TakeOver(Principal principal, Access access, Optional<Instant> until) implements Edit.Undoable {
    public TakeOver {
        until = Ends.whole(until);
    }

    /** Returns the grant that it makes. */
    public Edit.Grant grant() {
        return new Edit.Grant(principal, access, until, true);
    }

    @Override
    public boolean takes() {
        return true;
    }

    @Override
    public Optional<Access> accessIfNamed() {
        return Optional.of(access);
    }

    @Override
    public Optional<Edit.Grant> granted() {
        return Optional.of(grant());
    }

    @Override
    public <T> T visit(UndoableVisitor<T> visitor) {
        return visitor.takeOver(this);
    }
}
