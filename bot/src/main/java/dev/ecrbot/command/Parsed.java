package dev.ecrbot.command;

import dev.ecrbot.problem.Problem;

/** What became of a typed text. */
public sealed interface Parsed {
    /** It is a command. */
    record Understood(Command command) implements Parsed {}

    /** It isn't one; the problem says where and what would be right. */
    record Misunderstood(Problem problem) implements Parsed {}
}
