package dev.ecrbot.policy.lint;

import java.util.Optional;

/**
 * What a finding says. {@code RoomsTest} says who writes it: the classes of this package whose names end in Words, each of which has a subject.
 *
 * @param what what is wrong, one plain sentence that doesn't count statements
 * @param next what to do
 */
record Wording(Kind kind, String what, String next) {

    /** Returns the finding that says this; its other parts are said at {@link LintFinding}. */
    LintFinding finding(Severity severity, Optional<Integer> statement, Optional<String> sid, String element) {
        return new LintFinding(severity, kind, statement, sid, what, next, element);
    }
}
