package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.AskedAlready;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests, their approvals and where their cards stand. */
public interface Requests {

    /**
     * Adds a new request.
     *
     * @param askKey the same for two asks that mean the same; only one request with it can be open
     * @throws AskedAlready if an open request has this key; the transaction can't go on then
     */
    void add(Request request, String askKey);

    Optional<Request> find(RequestId id);

    /** As {@link #find}, and keeps every other transaction from changing the request until this one ends. */
    Optional<Request> lock(RequestId id);

    /** Returns the open request with this key, if there is one. */
    Optional<Request> open(String askKey);

    /**
     * Stores a request's next state; a final one gives its ask key free.
     *
     * @throws IllegalStateException if the stored version isn't the one before
     */
    void update(Request next);

    /** Returns the ids of all requests in one of these states, oldest first. */
    List<RequestId> in(Set<RequestState> states);

    /** Returns the requests in one of these states that change this policy, oldest first. */
    List<Request> in(Set<RequestState> states, PolicyHolder holder);

    /** Returns a person's requests, newest first. */
    List<Request> of(PersonId requester, int limit);

    /** Returns a person's requests that are approved and neither in effect nor over, newest first. */
    List<Request> underWay(PersonId requester, int limit);

    /**
     * Waits until no other transaction has this person's turn, and keeps every other from having it until this one ends. So
     * what is counted of theirs stays as it was counted, as long as whatever makes it more takes the turn first.
     */
    void turn(PersonId requester);

    /** Returns how many of a person's requests wait for a decision; those asked for at once count as one. */
    long waitingOf(PersonId requester);

    /** Returns requests that wait for a decision, oldest first. */
    List<Request> pending(int limit);

    /** Returns the first of these requests: of those that wait the oldest, of others the newest. */
    default List<Request> matching(RequestFilter filter, int limit) {
        return matching(filter, 0, limit);
    }

    /** As the other, without those that come before. */
    List<Request> matching(RequestFilter filter, int before, int limit);

    /** Returns how many of these requests there are. */
    long count(RequestFilter filter);

    /** As the other, but counts no further than to this number. */
    long count(RequestFilter filter, int most);

    /** Returns the ids of requests that wait and are to be looked at by now; new ones and new revisions are at once. */
    List<RequestId> toLookAt(Instant now, int limit);

    /** Records when a request is to be looked at next. */
    void lookAgain(RequestId id, Instant at);

    /** Records one person's yes to one revision; returns false if it stands there already. */
    boolean approve(RequestId id, int revision, Approval approval);

    /** Takes one person's yes to one revision back, so that they can give it anew; does nothing where there is none. */
    void withdraw(RequestId id, int revision, PersonId approver);

    /** Returns who approved this revision, in order of time. */
    List<Approval> approvals(RequestId id, int revision);

    Optional<CardRef> card(RequestId id);

    /** Records where the request's card stands and what it shows. */
    void card(RequestId id, CardRef card);
}
