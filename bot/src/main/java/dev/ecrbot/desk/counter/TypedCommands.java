package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.guess.DraftCheck;
import dev.ecrbot.command.guess.LenientParser;
import dev.ecrbot.command.guess.Reading;
import java.util.function.Predicate;

/** Serves what was typed, once it is known what that means. */
record TypedCommands(CommandParser parser, LenientParser reader, DraftCheck drafts, CommandHandlers handlers) {

    /** Serves what a person typed; what had to be guessed comes back to them, and nothing is done. */
    Answer typed(Asker asker, String text) {
        return reader.read(text).visit(new Serving(asker));
    }

    /** Serves what a button carries, which is a whole command: nothing is guessed of that. */
    Answer exactly(Asker asker, String line, Predicate<Command> served) {
        return parser.parse(line)
                .<Answer>visit(
                        understood -> served.test(understood.command())
                                ? handlers.serve(asker, understood.command())
                                : new Answer.Unheard(),
                        misunderstood -> new Answer.Refused(misunderstood.problem()));
    }

    private final class Serving implements Reading.Visitor<Answer> {
        private final Asker asker;

        Serving(Asker asker) {
            this.asker = asker;
        }

        @Override
        public Answer exact(Reading.Exact exact) {
            return handlers.serve(asker, exact.command());
        }

        @Override
        public Answer meant(Reading.Meant meant) {
            return new Answer.Guessed(asker.person(), meant.command(), meant.line());
        }

        @Override
        public Answer unread(Reading.Unread unread) {
            return new Answer.Refused(unread.problem());
        }
    }
}
