package dev.ecrbot.desk.ledger;

import java.time.Instant;
import java.util.List;

/** When the policies in which grants stand are read again, and which grants the last reading missed. */
public interface Readings {

    /** Returns active grants whose policy is to be read again by now, never read ones first. */
    List<Grant> due(Instant now, int limit);

    /** Takes a reading that is due, and sets the next one; returns false if it isn't due, since somebody else took it. */
    boolean take(GrantId id, Instant now, Instant next);

    /** Records that the grant stood in the policy, and when it is read next. */
    void seen(GrantId id, Instant next);

    /** Records that the grant was missing, and when it is read next; returns when it was first missed in a row. */
    Instant missed(GrantId id, Instant now, Instant next);
}
