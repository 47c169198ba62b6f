package dev.ecrbot.desk.judge;

import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import java.util.Set;

/** Facts about people. Thread-safe; never throws: what can't be found out is unknown in the answer. */
public interface Directory {

    /** Finds out about a person and whether they are in these groups. */
    Facts facts(PersonId person, Set<String> groups, Freshness freshness);

    /** Returns the member of the home workspace with this id; empty while nobody knows where the bot is at home. */
    Optional<PersonId> member(String user);

    /** Returns the ids of a user group's users; none if it is disabled, and empty if that can't be found out. */
    Optional<Set<String>> members(String group, Freshness freshness);

    /** How old an answer may be. */
    enum Freshness {
        /** Fetched now; the only one that a decision may rest on. */
        LIVE,
        /** Some minutes old at most. */
        RECENT
    }
}
