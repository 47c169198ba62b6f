package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.problem.Problem;

/** What became of a typed text that needn't be an exact command. */
public sealed interface LineReading {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T exact(Exact exact);

        T meant(Meant meant);

        T unread(Unread unread);
    }

    /** It is exactly a command; or it asks for nothing but a look, where a slip does no harm. */
    record Exact(Command command) implements LineReading {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.exact(this);
        }
    }

    /**
     * It can be read in one way only, which the person has still to confirm.
     *
     * @param line how the same is said exactly
     */
    record Meant(Command command, Line line) implements LineReading {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.meant(this);
        }
    }

    /** It can't be read, or in more than one way; the problem says why and what would be right. */
    record Unread(Problem problem) implements LineReading {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.unread(this);
        }
    }
}
