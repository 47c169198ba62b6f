package dev.ecrbot.problem;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Something that went wrong or was refused, as the person it concerns is told it.
 *
 * @param code which problem it is; also the label under which it is counted
 * @param what what happened to which thing, one or two plain sentences; text that a person typed is in it only capped
 *     and cleaned
 * @param next what to do next; never empty
 * @param people ids of users and groups that the sentences name, so that they can be shown as people
 */
public record Problem(Code code, String what, String next, Set<String> people) {
    public Problem {
        people = Set.copyOf(people);
        requireNonNull(code);
        if (what.isBlank() || next.isBlank()) {
            throw new IllegalArgumentException("a problem says what happened and what to do next");
        }
    }

    /** A problem that names nobody. */
    public Problem(Code code, String what, String next) {
        this(code, what, next, Set.of());
    }

    /** Returns a problem that was told before, of what was kept of it; {@code RoomsTest} says who keeps some. */
    public static Problem kept(Code code, String what, String next) {
        return new Problem(code, what, next);
    }

    /** Returns both sentences as one text. */
    public String text() {
        return what + " " + next;
    }
}
