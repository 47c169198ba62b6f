package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.RequestId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something Slack still has to be told about a request.
 *
 * @param attempts how often it was tried
 * @param createdAt when it was decided
 * @param lane where it was to be sent when somebody looked last; empty if nobody has yet
 */
public record Notice(
        long id,
        RequestId request,
        Kind kind,
        Map<String, String> details,
        int attempts,
        Instant createdAt,
        Optional<Lane> lane) {
    public Notice {
        details = Map.copyOf(details);
    }

    /** What it is about. Names are stored: never renamed, only added to. */
    public enum Kind {
        /** The card has to show the request's newest state. */
        CARD,
        /** The common card of what was asked for at once has to show how all of it is. */
        BUNDLE_CARD,
        /** The requester is told the request's id, where the card is and who decides. */
        ASKED,
        /** The card shows a new plan: the approvers are mentioned again. */
        CALL,
        /** The card shows a new plan: the requester is told. */
        REVISED,
        /** The requester is told that access was given, with the snippet. */
        GRANTED,
        /** The requester is told that access was taken away. */
        REVOKED,
        DENIED,
        /** The denier's reason, for the requester. */
        DENIAL_REASON,
        /** The denier's reason, for the thread of the request's card. */
        DENIAL_EXPLAINED,
        FAILED,
        /** The requester is told that AWS took the write after all, though they were told that the request had failed. */
        BELATED,
        /** The requester is told that nobody decided in time, and how to ask again. */
        EXPIRED,
        /** The approvers who are still missing are mentioned in the card's thread. */
        REMINDER,
        /** The grant that the request made has ended. */
        ENDED,
        /** The holder is told who ended the grant before its time. */
        ENDED_EARLY,
        /** Whoever wanted the grant ended is told that it couldn't be. */
        STILL_THERE,
        /** The holder is told what statements of others deny of the grant by now. */
        HINDERED,
        /** The requester is told that the grant lasts longer now. */
        EXTENDED,
        /** The thread of the grant's card is told that it lasts longer now. */
        GRANT_EXTENDED,
        /** The holder is warned that the grant ends soon. */
        WARNED,
        /** The approvers are told that a grant can't be ended. */
        END_FAILS,
        /** The holder is told that others took the grant out of the policy. */
        MISSING,
        /** The requester is told that an approver shortened the end. */
        SHORTENED,
        /** The requester of an undo is told that it took effect. */
        UNDID,
        /** The thread of the request's card is told that the request was undone. */
        UNDONE,
        /** Whoever made the request is told that it was undone. */
        UNDONE_TOLD,
        /** The thread of the grant's card is told that the grant is as it was before something that was undone. */
        GRANT_RESTORED,
        /** The holder of the grant is told so. */
        RESTORED_TOLD,
        /** Whoever asked for the same is told that the request goes on as theirs. */
        HANDED_ON,
        /** The holder of the grant is told who had it revoked. */
        REVOKED_TOLD,
        /** The holder of the grant is told who had it extended. */
        EXTENDED_TOLD,
        /** The fallback channel is told of a statement whose record was lost. */
        RECORD_LOST,
        /** The deputies are mentioned in the card's thread. */
        ESCALATED,
        /** What somebody says about a request, for the thread of its card. */
        COMMENTED,
        /** What somebody says about a request, for whoever asked. */
        COMMENT_TOLD,
        /** A channel is told at once of what somebody took in an emergency. */
        GLASS_BROKEN;

        /** Those that are told in the card's thread. */
        public static final Set<Kind> IN_THREAD = Set.of(
                CALL,
                REMINDER,
                ENDED,
                GRANT_EXTENDED,
                END_FAILS,
                UNDONE,
                GRANT_RESTORED,
                DENIAL_EXPLAINED,
                ESCALATED,
                COMMENTED);
    }
}
