package dev.ecrbot.command;

import dev.ecrbot.problem.Problem;
import java.util.function.Function;

/** What became of a typed text. */
public sealed interface Parsed {

    /** Returns what the function for this outcome makes of it. */
    <T> T visit(
            Function<? super Understood, ? extends T> understood,
            Function<? super Misunderstood, ? extends T> misunderstood);

    /** It is a command. */
    record Understood(Command command) implements Parsed {
        @Override
        public <T> T visit(
                Function<? super Understood, ? extends T> understood,
                Function<? super Misunderstood, ? extends T> misunderstood) {
            return understood.apply(this);
        }
    }

    /** It isn't one; the problem says where and what would be right. */
    record Misunderstood(Problem problem) implements Parsed {
        @Override
        public <T> T visit(
                Function<? super Understood, ? extends T> understood,
                Function<? super Misunderstood, ? extends T> misunderstood) {
            return misunderstood.apply(this);
        }
    }
}
