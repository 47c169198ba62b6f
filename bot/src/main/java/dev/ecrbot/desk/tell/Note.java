package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.EarlyEnd;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/** What one person is told about a request, and how it reaches them. */
public sealed interface Note {
    /** How a note reaches its reader. */
    enum Way {
        /** Seen by the reader only, where they asked. */
        WHERE_ASKED,
        /** By direct message; in the card's thread if that can't be. */
        DIRECT,
        /** By direct message, and never where others read along. */
        CONFIDENTIAL
    }

    /** Returns how it reaches its reader. */
    Way way();

    /** Returns what it says of access; nobody edits a note, so each speaks of a moment. */
    default Optional<Claim> claim() {
        return Optional.empty();
    }

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T asked(Asked asked);

        T revised(Revised revised);

        T shortened(Shortened shortened);

        T granted(Granted granted);

        T expiring(Expiring expiring);

        T extended(Extended extended);

        T revoked(Revoked revoked);

        T denied(Denied denied);

        T denialReason(DenialReason reason);

        T expired(Expired expired);

        T endedEarly(EndedEarly early);

        T hindered(Hindered hindered);

        T stillThere(StillThere still);

        T missing(Missing missing);

        T undid(Undid undid);

        T undone(Undone undone);

        T restored(Restored restored);

        T belated(Belated belated);

        T failed(Failed failed);
    }

    /** Those that are told where the person asked. */
    sealed interface WhereAsked extends Note {
        @Override
        default Way way() {
            return Way.WHERE_ASKED;
        }
    }

    /** Those that come by direct message. */
    sealed interface Direct extends Note {
        @Override
        default Way way() {
            return Way.DIRECT;
        }
    }

    /** Those that are nobody else's business. */
    sealed interface Confidential extends Note {
        @Override
        default Way way() {
            return Way.CONFIDENTIAL;
        }
    }

    /** The request waits; who decides. Ephemeral where the person asked. */
    record Asked() implements WhereAsked {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.asked(this);
        }
    }

    /** What the request would do isn't what was approved any more; it waits again. */
    record Revised(RevisionCause why) implements WhereAsked {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.revised(this);
        }
    }

    /** An approver shortened the end. By direct message. */
    record Shortened(PersonId by) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.shortened(this);
        }
    }

    /** Access was given: how to use it, and what the principal's own side still needs. By direct message. */
    record Granted(Claim.Held held, LoginSnippet snippet) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.granted(this);
        }
    }

    /** The grant ends soon. By direct message to its holder, who can extend it or end it now. */
    record Expiring(Claim.Held held) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.expiring(this);
        }
    }

    /** Access lasts longer. By direct message. */
    record Extended(Claim.Held held) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.extended(this);
        }
    }

    /** Access was taken away. By direct message. */
    record Revoked(Claim.Taken taken) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(taken);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.revoked(this);
        }
    }

    /** By direct message. */
    record Denied() implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.denied(this);
        }
    }

    /** The denier's reason. By direct message. */
    record DenialReason(String reason) implements Confidential {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.denialReason(this);
        }
    }

    /**
     * Nobody decided in time. By direct message.
     *
     * @param asked what to type to ask again
     */
    record Expired(String asked) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.expired(this);
        }
    }
    /** The grant was ended before its time. By direct message to its holder. */
    record EndedEarly(EarlyEnd end) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.endedEarly(this);
        }
    }

    /**
     * Statements of others deny something of the grant, or don't any more. By direct message to its holder.
     *
     * @param what in sentences; blank if nothing is denied any more
     */
    record Hindered(Claim.Held held, String what) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.hindered(this);
        }
    }

    /** The grant couldn't be ended and stands. By direct message to whoever wanted it ended. */
    record StillThere(String why) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.stillThere(this);
        }
    }

    /**
     * Others have taken the access away. By direct message to its holder.
     *
     * @param asked what to type to ask again
     */
    record Missing(String asked, Grant.Reason why) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.missing(this);
        }
    }

    /** The undo took effect. By direct message. */
    record Undid() implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.undid(this);
        }
    }

    /** The request was undone by another one. By direct message. */
    record Undone(Request by) implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.undone(this);
        }
    }

    /** The grant is as it was before something that was undone. By direct message to its holder. */
    record Restored(Claim.Held held, Request by) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.restored(this);
        }
    }

    /** AWS took the write later than it was looked for. By direct message; what came of it follows. */
    record Belated() implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.belated(this);
        }
    }

    /** The request's problem. By direct message. */
    record Failed() implements Direct {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.failed(this);
        }
    }
}
