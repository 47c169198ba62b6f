package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the courier brings to Slack, with everything needed to write it. */
public sealed interface Message
        permits BundleCard,
                Message.Card,
                Message.ApproversCalled,
                Message.Reminder,
                Message.GrantEnded,
                Message.GrantExtended,
                Message.Undone,
                Message.GrantRestored,
                DenialExplained,
                Message.EndFails,
                Message.Private,
                Message.Listed,
                RecordLost,
                Escalated,
                Commented,
                GlassBroken {

    /** The request it is about. */
    Request request();

    /** Returns what it says of access; nothing where it speaks of what people do, or of what was. */
    default Optional<Claim> claim() {
        return Optional.empty();
    }

    /** Returns all that it says of access. */
    default List<Claim> claims() {
        return claim().stream().toList();
    }

    /** Hands itself to the method for its kind. */
    <T> T visit(MessageVisitor<T> visitor);

    /**
     * The card in the approvers' channel: posted where {@code posted} is empty, else edited in place.
     *
     * @param approvals of the request's present revision
     * @param fallback where it stands instead of in its rule's channel
     * @param below the common card in whose thread it is posted, where it was asked for at once with others
     * @param called who is mentioned on it
     */
    record Card(
            Request request,
            List<Approval> approvals,
            Optional<CardRef> posted,
            Optional<FallbackChannel> fallback,
            CardHistory history,
            Optional<CardRef> below,
            Called called)
            implements Message {

        /** A card that mentions everybody at once. */
        public Card(
                Request request,
                List<Approval> approvals,
                Optional<CardRef> posted,
                Optional<FallbackChannel> fallback,
                CardHistory history,
                Optional<CardRef> below) {
            this(request, approvals, posted, fallback, history, below, Called.atOnce(request));
        }

        /** A card in its rule's channel. */
        public Card(Request request, List<Approval> approvals, Optional<CardRef> posted) {
            this(request, approvals, posted, Optional.empty(), CardHistory.NONE, Optional.empty());
        }

        /** Returns what the card says of the grant that its request made; it is edited whenever that changes. */
        public Optional<Claim.Held> held() {
            return history.since()
                    .grant()
                    .filter(grant -> grant.ended().isEmpty())
                    .map(grant ->
                            Claims.standing(request, grant, history.since().hindered()));
        }

        @Override
        public Optional<Claim> claim() {
            return held().map(Claim.class::cast);
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.card(this);
        }
    }

    /** A reply in the card's thread that mentions the approvers, since an edited card notifies nobody. */
    record ApproversCalled(Request request, CardRef card, RevisionCause why, Called called) implements Message {
        public ApproversCalled(Request request, CardRef card, RevisionCause why) {
            this(request, card, why, Called.atOnce(request));
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.approversCalled(this);
        }
    }

    /**
     * A reply in the card's thread that mentions those who may still approve.
     *
     * @param until when the request expires
     */
    record Reminder(Request request, CardRef card, People missing, Instant until) implements Message {
        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.reminder(this);
        }
    }

    /**
     * A reply in the card's thread: the grant that the request made has ended.
     *
     * @param early who ended it, where somebody did before its time
     */
    record GrantEnded(Request request, Grant grant, Optional<CardRef> card, Optional<EarlyEnd> early)
            implements Message {
        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.grantEnded(this);
        }
    }

    /**
     * A reply in the card's thread: the grant that the request made has a later end now.
     *
     * @param by the request that moved it
     */
    record GrantExtended(Request request, Claim.Held held, Request by, Optional<CardRef> card) implements Message {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.grantExtended(this);
        }
    }

    /**
     * A reply in the card's thread: the request was undone.
     *
     * @param by the request that undid it
     */
    record Undone(Request request, Request by, CardRef card) implements Message {
        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.undone(this);
        }
    }

    /**
     * A reply in the card's thread: the grant that the request made is as it was before something that was undone.
     *
     * @param by the request that undid it
     */
    record GrantRestored(Request request, Claim.Held held, Request by, CardRef card) implements Message {
        @Override
        public Optional<Claim> claim() {
            return Optional.of(held);
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.grantRestored(this);
        }
    }

    /**
     * A reply in the card's thread that mentions the approvers: the grant that the request made can't be ended.
     *
     * @param problem what keeps it from ending, and what to do about it
     * @param tries how often it was tried
     */
    record EndFails(Request request, Grant grant, CardRef card, Problem problem, int tries) implements Message {
        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.endFails(this);
        }
    }

    /**
     * Something that only the requester sees.
     *
     * @param card where the request's card stands, for a link
     */
    record Private(Request request, PersonId to, Optional<CardRef> card, Note note) implements Message {
        @Override
        public List<Claim> claims() {
            return note.claims();
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.privately(this);
        }
    }

    /**
     * Notes for threads, listed in one message of the channel instead: they are many, or there is no thread any more.
     *
     * @param channel where their cards stand or stood
     * @param notes at least one
     */
    record Listed(String channel, List<Message> notes) implements Message {
        public Listed {
            notes = List.copyOf(notes);
        }

        /** Returns the request of the first. */
        @Override
        public Request request() {
            return notes.get(0).request();
        }

        @Override
        public <T> T visit(MessageVisitor<T> visitor) {
            return visitor.listed(this);
        }
    }
}
