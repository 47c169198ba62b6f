package dev.ecrbot.policy.lint;

import java.util.Optional;

/**
 * Something about a policy that its owner should know.
 *
 * @param statement the statement's place, from 0; none if it is about the policy as a whole
 * @param sid the statement's Sid as written
 * @param what what is wrong, one plain sentence that doesn't count statements
 * @param next what to do
 */
public record Finding(
        Severity severity, Kind kind, Optional<Integer> statement, Optional<String> sid, String what, String next) {

    /** Returns whether both are about the same thing, wherever their statements stand. */
    public boolean sameAs(Finding other) {
        return kind == other.kind && sid.equals(other.sid) && what.equals(other.what);
    }
}
