package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.People;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is mentioned on a card: of those who may decide, and of those who are told.
 *
 * @param first who is called at once; empty where nobody is asked
 * @param deputies who is called later, if nobody decides
 * @param pingsInformed whether those who are told for information are notified
 */
public record Called(Optional<People> first, Optional<Deputies> deputies, boolean pingsInformed) {

    /** Nobody, since no rule lets anybody decide. */
    public static final Called NOBODY = new Called(Optional.empty(), Optional.empty(), false);

    /**
     * Those who are called late.
     *
     * @param at when they are, or were to be
     * @param called whether they were
     */
    public record Deputies(People people, Instant at, boolean called) {}

    /** Everybody is called at once. */
    public static Called atOnce(Request request) {
        return new Called(request.ask().map(Ask::approvers), Optional.empty(), true);
    }

    /** Returns whether nobody is asked, early or late. */
    public boolean isNobody() {
        return first.isEmpty() && deputies.isEmpty();
    }

    /** Returns who has been called by now. */
    public Optional<People> now() {
        return first.map(people -> deputies.filter(Deputies::called)
                .map(late -> people.and(late.people()))
                .orElse(people));
    }

    /** Returns whether a card is posted without those who are told for information, and edited then: an edit notifies nobody. */
    public static boolean leavesOutInformed(Message.Card card) {
        return card.posted().isEmpty()
                && !card.called().pingsInformed()
                && card.request().ask().flatMap(Ask::informed).isPresent();
    }
}
