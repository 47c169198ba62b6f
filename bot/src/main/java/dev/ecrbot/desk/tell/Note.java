package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;

/** What one person is told about a request, and how it reaches them. */
public sealed interface Note {
    /** How a note reaches its reader. */
    enum Way {
        /** Seen by the reader only, where they asked. */
        WHERE_ASKED,
        /** By direct message; in the card's thread if that can't be. */
        DIRECT
    }

    /** Returns how it reaches its reader. */
    Way way();

    /** Returns whether it says what became of a request, which concerns whoever asked for the same, too. */
    default boolean isOfOutcome() {
        return false;
    }

    /** Returns what it says of access; nobody edits a note, so each speaks of a moment. */
    default Optional<Claim> claim() {
        return Optional.empty();
    }

    /** Returns all that it says of access. */
    default List<Claim> claims() {
        return claim().stream().toList();
    }

    /** Hands itself to the method for its kind. */
    <T> T visit(NoteVisitor<T> visitor);

    /** Those that are told where the person asked. */
    sealed interface WhereAsked extends Note {
        @Override
        default Way way() {
            return Way.WHERE_ASKED;
        }
    }

    /** Those that come by direct message. */
    sealed interface Direct extends Note
            permits OfOutcome,
                    GrantNote,
                    CommentNote,
                    Shortened,
                    HandedOn,
                    Extended,
                    Revoked,
                    DenialReason,
                    Undid,
                    Undone {
        @Override
        default Way way() {
            return Way.DIRECT;
        }
    }

    /** Those that say what became of a request, by direct message. */
    sealed interface OfOutcome extends Direct {
        @Override
        default boolean isOfOutcome() {
            return true;
        }
    }

    /** The request waits; who decides. Ephemeral where the person asked. */
    record Asked() implements WhereAsked {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.asked(this);
        }
    }

    /** What was asked for at once waits, was denied, or was let go of: told once for all of it. */
    record Together(List<Request> members) implements Note {
        public Together {
            members = List.copyOf(members);
        }

        @Override
        public Way way() {
            return waits() ? Way.WHERE_ASKED : Way.DIRECT;
        }

        public boolean waits() {
            return members.get(0).stage().state() == RequestState.PENDING;
        }

        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.together(this);
        }
    }

    /** What the request would do isn't what was approved any more; it waits again. */
    record Revised(RevisionCause why) implements WhereAsked {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.revised(this);
        }
    }

    /** An approver shortened the end. By direct message. */
    record Shortened(PersonId by) implements Direct {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.shortened(this);
        }
    }

    /** The request's requester took it back; it goes on as the reader's, who had asked for the same. By direct message. */
    record HandedOn(PersonId by) implements Direct {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.handedOn(this);
        }
    }

    /** Access was given: how to use it, and what the principal's own side still needs. By direct message. */
    record Granted(Claim.Held held, LoginSnippet snippet) implements OfOutcome {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.granted(this);
        }
    }

    /** Access lasts longer. By direct message. */
    record Extended(Claim.Held held) implements Direct {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
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
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.revoked(this);
        }
    }

    /** By direct message. */
    record Denied() implements OfOutcome {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.denied(this);
        }
    }

    /** The denier's reason. By direct message. */
    record DenialReason(String reason) implements Direct {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.denialReason(this);
        }
    }

    /**
     * Nobody decided in time. By direct message.
     *
     * @param asked what to type to ask again
     */
    record Expired(String asked) implements OfOutcome {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.expired(this);
        }
    }

    /** The undo took effect. By direct message. */
    record Undid() implements Direct {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.undid(this);
        }
    }

    /** The request was undone by another one. By direct message. */
    record Undone(Request by) implements Direct {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.undone(this);
        }
    }

    /** AWS took the write later than it was looked for. By direct message; what came of it follows. */
    record Belated() implements OfOutcome {
        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.belated(this);
        }
    }

    /**
     * The request's problem. By direct message.
     *
     * @param covering the grants that gave the same, where nothing was left to change
     */
    record Failed(List<Covering> covering) implements OfOutcome {
        public Failed {
            covering = List.copyOf(covering);
        }

        /** What no grant stood in the way of. */
        public Failed() {
            this(List.of());
        }

        @Override
        public <T> T visit(NoteVisitor<T> visitor) {
            return visitor.failed(this);
        }
    }
}
