package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.holding.Claim;
import java.util.List;
import java.util.Optional;

/** What the holder of a grant is told of it after it was given, by direct message. */
public sealed interface GrantNote extends Note.Direct {

    /** Hands itself to the method for its kind. */
    <T> T visit(GrantVisitor<T> visitor);

    @Override
    default <T> T visit(NoteVisitor<T> visitor) {
        return visitor.ofGrant(this);
    }

    /** Has one answer for each kind. */
    interface GrantVisitor<T> {
        T expiring(Expiring note);

        T expiringTogether(ExpiringTogether note);

        T restored(Restored note);

        T missing(Missing note);

        T endedEarly(EndedEarly note);

        T stillThere(StillThere note);

        T revokedBy(RevokedBy note);

        T extendedBy(ExtendedBy note);

        T hindered(Hindered note);
    }

    /** The grant ends soon. By direct message to its holder, who can extend it or end it now. */
    record Expiring(Claim.Held held) implements GrantNote {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.expiring(this);
        }
    }

    /** Several grants end soon. By direct message to their holder, who can extend each or end it now. */
    record ExpiringTogether(List<Ending> endings) implements GrantNote {
        /** One of them. */
        public record Ending(GrantId grant, Claim.Held held) {}

        public ExpiringTogether {
            endings = List.copyOf(endings);
        }

        @Override
        public List<Claim> claims() {
            return endings.stream().<Claim>map(Ending::held).toList();
        }

        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.expiringTogether(this);
        }
    }

    /** The grant is as it was before something that was undone. By direct message to its holder. */
    record Restored(Claim.Held held, Request by) implements GrantNote {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.restored(this);
        }
    }

    /**
     * Others have taken the access away. By direct message to its holder.
     *
     * @param asked what to type to ask again
     */
    record Missing(String asked, Grant.Reason why) implements GrantNote {
        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.missing(this);
        }
    }

    /** The grant was ended before its time. By direct message to its holder. */
    record EndedEarly(EarlyEnd end) implements GrantNote {
        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.endedEarly(this);
        }
    }

    /** The grant couldn't be ended and stands. By direct message to whoever wanted it ended. */
    record StillThere(String why) implements GrantNote {
        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.stillThere(this);
        }
    }

    /** Somebody else had the grant revoked. By direct message to its holder. */
    record RevokedBy(Request by) implements GrantNote {
        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.revokedBy(this);
        }
    }

    /** Somebody else had the grant extended. By direct message to its holder. */
    record ExtendedBy(Claim.Held held, Request by) implements GrantNote {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.extendedBy(this);
        }
    }

    /**
     * Statements of others deny something of the grant, or don't any more. By direct message to its holder.
     *
     * @param what in sentences; blank if nothing is denied any more
     */
    record Hindered(Claim.Held held, String what) implements GrantNote {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(GrantVisitor<T> visitor) {
            return visitor.hindered(this);
        }
    }
}
