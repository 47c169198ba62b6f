package dev.ecrbot.policy.lint;

import java.util.Optional;

/**
 * Something about a policy that its owner should know.
 *
 * @param statement the statement's place, from 0; none if it is about the policy as a whole
 * @param sid the statement's Sid as written
 * @param what what is wrong, one plain sentence that doesn't count statements
 * @param next what to do
 * @param element the JSON pointer to what is wrong, from the document's root on
 */
public record LintFinding(
        Severity severity,
        Kind kind,
        Optional<Integer> statement,
        Optional<String> sid,
        String what,
        String next,
        String element) {

    /** Returns this with another severity. */
    public LintFinding as(Severity other) {
        return new LintFinding(other, kind, statement, sid, what, next, element);
    }

    /** Returns whether both are about the same thing, wherever their statements stand. */
    public boolean sameAs(LintFinding other) {
        return kind == other.kind && sid.equals(other.sid) && what.equals(other.what);
    }
}
