package dev.ecrbot.problem;

import static java.util.Objects.requireNonNull;

/**
 * Something that went wrong or was refused, as the person it concerns is told it.
 *
 * @param code which problem it is; also the label under which it is counted
 * @param what what happened to which thing, one or two plain sentences; text that a person typed is in it only capped
 *     and cleaned
 * @param next what to do next; never empty
 */
public record Problem(Code code, String what, String next) {
    public Problem {
        requireNonNull(code);
        if (what.isBlank() || next.isBlank()) {
            throw new IllegalArgumentException("a problem says what happened and what to do next");
        }
    }

    /** Returns both sentences as one text. */
    public String text() {
        return what + " " + next;
    }
}
