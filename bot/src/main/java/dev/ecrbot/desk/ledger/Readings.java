package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the policies in which grants stand are read again, and which grants the last reading missed. */
public interface Readings {

    /**
     * Returns active grants whose policy is to be read again by now: first what was missed, and what was given lately, then
     * the others, never read ones first.
     *
     * @param without the registries whose grants are left out
     */
    List<Grant> due(Instant now, Set<RegionalRegistry> without, int limit);

    /** Returns since when the reading that has waited longest is due; empty if none is. */
    Optional<Instant> oldestDue(Instant now);

    /** Returns the active grants there of which it was ever said that something of them is denied, or may be. */
    Set<GrantId> hindered(PolicyHolder holder);

    /** Takes a reading that is due, and sets the next one; returns false if it isn't due, since somebody else took it. */
    boolean take(GrantId id, Instant now, Instant next);

    /** Records when the grant is read next, since it couldn't be. */
    void failed(GrantId id, Instant next);

    /** Records that the grant stood in the policy, and when it is read next. */
    void seen(GrantId id, Instant next);

    /** Records that the grant was missing, and when it is read next; returns when it was first missed in a row. */
    Instant missed(GrantId id, Instant now, Instant next);
}
