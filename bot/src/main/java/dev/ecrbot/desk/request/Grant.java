package dev.ecrbot.desk.request;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Access that was given: who, what, since when, until when, by which request.
 *
 * @param until its end; empty for a permanent grant
 * @param ended present exactly when it has {@link State#ENDED}
 */
public record Grant(
        GrantId id,
        String registry,
        Target target,
        Principal principal,
        Access access,
        PersonId requester,
        Instant since,
        Optional<Instant> until,
        State state,
        Optional<End> ended) {

    /** Where a grant is in its life. */
    public enum State {
        ACTIVE,
        /** A change that takes it away is under way. */
        ENDING,
        ENDED,
        /** A change that moves its end is under way. */
        EXTENDING
    }

    /** Why a grant ended. */
    public enum Reason {
        EXPIRED,
        REVOKED,
        /** Its holder or an approver ended it before its time. */
        ENDED_EARLY,
        /** It isn't in the policy any more as it was written; by whose doing, isn't known. */
        FOUND_MISSING,
        /** The request that gave it was undone. */
        UNDONE,
        /** Its time is over, and its registry isn't configured any more: nobody here can take out what is left of it. */
        OUT_OF_REACH,
        /** Its role or user was deleted: AWS shows an id in its place, which lets nobody in. */
        PRINCIPAL_DELETED,
        /** Its repository was deleted, with its policy. */
        REPOSITORY_DELETED
    }

    /**
     * When and why a grant ended.
     *
     * @param by the request by which it did; empty if nothing was left of it by then
     */
    public record End(Instant at, Reason reason, Optional<RequestId> by) {

        /** An end that no request brought. */
        public End(Instant at, Reason reason) {
            this(at, reason, Optional.empty());
        }
    }

    public Grant {
        if (ended.isPresent() != (state == State.ENDED)) {
            throw new IllegalArgumentException("an ended grant, and no other, has an end");
        }
    }

    public Grant ending() {
        return in(State.ENDING, Optional.empty());
    }

    public Grant active() {
        return in(State.ACTIVE, Optional.empty());
    }

    public Grant extending() {
        return in(State.EXTENDING, Optional.empty());
    }

    /** Returns the grant as it goes on, to another end. */
    public Grant lasting(Optional<Instant> end) {
        return new Grant(
                id, registry, target, principal, access, requester, since, end, State.ACTIVE, Optional.empty());
    }

    public Grant ended(End end) {
        return in(State.ENDED, Optional.of(end));
    }

    private Grant in(State next, Optional<End> end) {
        return new Grant(id, registry, target, principal, access, requester, since, until, next, end);
    }

    /** Returns what the policy engine has to know about it. */
    public Owned owned() {
        return new Owned(principal, access, until);
    }
}
