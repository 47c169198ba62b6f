package dev.ecrbot.desk.checkup;

import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.rules.PersonId;

/** Tells one person, where they typed, what nobody else sees. Thread-safe; bounded by the adapter's time-outs; never throws. */
@FunctionalInterface
public interface Teller {

    /** Tells how far the look at the set-up has come. */
    void tell(PersonId person, Origin from, Checkup checkup);
}
