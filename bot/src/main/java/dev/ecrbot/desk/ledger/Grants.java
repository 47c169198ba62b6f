package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access that was given. */
public interface Grants {
    void add(Grant grant);

    Optional<Grant> find(GrantId id);

    /** As {@link #find}, and keeps every other transaction from changing the grant until this one ends. */
    Optional<Grant> lock(GrantId id);

    /**
     * Returns the grants that a policy gives and that have not ended, oldest first.
     *
     * @throws dev.ecrbot.problem.ProblemException if one of them can't be read: what it gives can't be told
     */
    List<Grant> standing(PolicyHolder holder);

    /**
     * Returns whether anything was ever given to an account in a registry.
     *
     * @param registry the configured name
     * @param owner whose registry it is
     */
    boolean isKnown(String registry, AccountId owner, AccountId account);

    /** Returns the grants that this person asked for and that have not ended; those that end first before the others. */
    List<Grant> heldBy(PersonId requester, int limit);

    /** Returns every grant that is active, oldest first; those that can be read. */
    List<Grant> active();

    /** Returns the grants that ended by this request, oldest first. */
    List<Grant> endedBy(RequestId request);

    /** Stores a grant's next state. */
    void update(Grant next);

    /**
     * Returns active grants whose end, and whose next try to end them, has come; soonest first.
     *
     * @param without the registries whose grants are left out
     */
    List<Grant> due(Instant now, Set<RegionalRegistry> without, int limit);

    /**
     * Returns some of the active grants that end soon, soonest first.
     *
     * @param before how many of the first are left out
     */
    List<Ending> ending(Soon soon, int before, int limit);

    /** Returns how many active grants end soon; counts no further than to so many. */
    long countEnding(Soon soon, int most);

    /**
     * Which ends are soon.
     *
     * @param now they come after this
     * @param last they come by then
     * @param words of which one has to stand in a grant's id, registry, target's ARN, principal or requester's id, in any case,
     *     a star in it standing for any text and a question mark for any one character; without any, all do
     */
    record Soon(Instant now, Instant last, Set<String> words) {
        public Soon {
            words = Set.copyOf(words);
        }
    }

    /** A grant that ends soon: as much of it as tells whose business it is. */
    record Ending(GrantId id, String registry, Target target, PersonId requester) {}

    /** Returns how many grants there are whose end has come and that have not ended, however often that was tried. */
    Overdue overdue(Instant now);

    /**
     * Grants that should have ended.
     *
     * @param since the end of the one that should have ended first; empty if there is none
     */
    record Overdue(long number, Optional<Instant> since) {}

    /** Returns whether the grant is among those that are {@linkplain #due due}. */
    boolean isDue(GrantId id, Instant now);

    /** Returns active grants with an end ahead that are to be looked at by now; new ones, and those with a new end, are at once. */
    List<GrantId> toLookAt(Instant now, int limit);

    /** Records when a grant is to be looked at next. */
    void lookAgain(GrantId id, Instant at);

    /** Puts the next try to end a grant off, and counts the failure; returns how many there were. */
    int postpone(GrantId id, Instant nextTry);

    /** Returns how often ending the grant has failed. */
    int failures(GrantId id);
}
