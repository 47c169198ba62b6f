package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Approval;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.EarlyEnd;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the courier brings to Slack, with everything needed to write it. */
public sealed interface Message {

    /** The request it is about. */
    Request request();

    /**
     * The card in the approvers' channel: posted where {@code posted} is empty, else edited in place.
     *
     * @param approvals of the request's present revision
     * @param fallback where it stands instead of in its rule's channel
     */
    record Card(
            Request request,
            List<Approval> approvals,
            Optional<CardRef> posted,
            Optional<FallbackChannel> fallback,
            CardHistory history)
            implements Message {

        /** A card in its rule's channel. */
        public Card(Request request, List<Approval> approvals, Optional<CardRef> posted) {
            this(request, approvals, posted, Optional.empty(), CardHistory.NONE);
        }
    }

    /** A reply in the card's thread that mentions the approvers, since an edited card notifies nobody. */
    record ApproversCalled(Request request, CardRef card) implements Message {}

    /**
     * A reply in the card's thread that mentions those who may still approve.
     *
     * @param until when the request expires
     */
    record Reminder(Request request, CardRef card, People missing, Instant until) implements Message {}

    /**
     * A reply in the card's thread: the grant that the request made has ended.
     *
     * @param early who ended it, where somebody did before its time
     */
    record GrantEnded(Request request, Grant grant, Optional<CardRef> card, Optional<EarlyEnd> early)
            implements Message {}

    /**
     * A reply in the card's thread: the grant that the request made has a later end now.
     *
     * @param by the request that moved it
     */
    record GrantExtended(Request request, Grant grant, Request by, Optional<CardRef> card) implements Message {}

    /**
     * A reply in the card's thread: the request was undone.
     *
     * @param by the request that undid it
     */
    record Undone(Request request, Request by, CardRef card) implements Message {}

    /**
     * A reply in the card's thread: the grant that the request made is as it was before something that was undone.
     *
     * @param by the request that undid it
     */
    record GrantRestored(Request request, Grant grant, Request by, CardRef card) implements Message {}

    /**
     * A reply in the card's thread that mentions the approvers: the grant that the request made can't be ended.
     *
     * @param problem what keeps it from ending, and what to do about it
     * @param tries how often it was tried
     */
    record EndFails(Request request, Grant grant, CardRef card, Problem problem, int tries) implements Message {}

    /**
     * Something that only the requester sees.
     *
     * @param card where the request's card stands, for a link
     */
    record Private(Request request, PersonId to, Optional<CardRef> card, Note note) implements Message {}

    /** What the requester is told. */
    sealed interface Note {

        /** The request waits; who decides. Ephemeral where the person asked. */
        record Asked() implements Note {}

        /** The policy was changed by others; the request waits again. */
        record Revised() implements Note {}

        /** An approver shortened the end. By direct message. */
        record Shortened(PersonId by) implements Note {}

        /** Access was given: how to use it, and what the principal's own side still needs. By direct message. */
        record Granted(LoginSnippet snippet) implements Note {}

        /** The grant ends then, which is soon. By direct message to its holder, who can extend it or end it now. */
        record Expiring(Instant until) implements Note {}

        /** Access lasts longer. By direct message. */
        record Extended() implements Note {}

        /** Access was taken away. By direct message. */
        record Revoked() implements Note {}

        /** By direct message. */
        record Denied() implements Note {}

        /** The denier's reason. By direct message. */
        record DenialReason(String reason) implements Note {}

        /**
         * Nobody decided in time. By direct message.
         *
         * @param asked what to type to ask again
         */
        record Expired(String asked) implements Note {}
        /** The grant was ended before its time. By direct message to its holder. */
        record EndedEarly(EarlyEnd end) implements Note {}

        /** The grant couldn't be ended and stands. By direct message to whoever wanted it ended. */
        record StillThere(String why) implements Note {}

        /**
         * Others have taken the access away. By direct message to its holder.
         *
         * @param asked what to type to ask again
         */
        record Missing(String asked) implements Note {}

        /** The undo took effect. By direct message. */
        record Undid() implements Note {}

        /** The request was undone by another one. By direct message. */
        record Undone(Request by) implements Note {}

        /** The grant is as it was before something that was undone. By direct message to its holder. */
        record Restored(Grant grant, Request by) implements Note {}

        /** AWS took the write later than it was looked for. By direct message; what came of it follows. */
        record Belated() implements Note {}

        /** The request's problem. By direct message. */
        record Failed() implements Note {}
    }
}
