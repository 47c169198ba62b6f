package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.guess.DraftCheck;
import dev.ecrbot.command.guess.LenientParser;
import dev.ecrbot.command.guess.LineReading;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.answer.Inquiries;
import dev.ecrbot.desk.ask.Corrections;
import dev.ecrbot.desk.ask.Drafts;
import dev.ecrbot.desk.ask.KnownBy;
import dev.ecrbot.desk.ask.MachineCalls;
import dev.ecrbot.desk.ask.Previewing;
import dev.ecrbot.desk.ask.Wanted;
import dev.ecrbot.desk.checkup.Consulting;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** Serves what was typed, once it is known what that means. */
record TypedCommands(
        CommandParser parser,
        LenientParser reader,
        Drafts drafts,
        CommandHandlers handlers,
        Corrections corrections,
        MachineCalls machines) {

    static TypedCommands of(
            BackOffice office, Names names, CommandParser parser, Services services, BotConfig config, Clock clock) {
        var sights = new Sights(
                office.live().policies(), new FleetSights(office.lookups().index(), config, clock), config, clock);
        Inquiries inquiries = inquiries(office, sights, config, clock);
        NextSteps steps = NextSteps.of(services, office.judging(), config);
        var handlers = new CommandHandlers(
                services,
                new Lookups(office, names, sights, steps, config, clock),
                inquiries,
                new Choosing(office.ledger(), office.judging(), steps, new KnownBy(parser, names), clock),
                new Consulting(
                        office.lookups().clinic(),
                        office.judging().refusals(),
                        office.lookups().directory(),
                        config));
        var reader = new LenientParser(
                parser,
                names,
                clock,
                command -> Wanted.subject(command).flatMap(config.rules()::find).isPresent(),
                inquiries::homes);
        var corrections = new Corrections(
                parser, person -> inquiries.repositories(person, "", Integer.MAX_VALUE), office.judging(), config);
        var previewing = new Previewing(office.ledger(), office.live(), office.judging(), config, clock);
        return new TypedCommands(
                parser,
                reader,
                new Drafts(parser, new DraftCheck(parser, names), previewing, corrections, office.ledger(), names),
                handlers,
                corrections,
                new MachineCalls(office.ledger(), office.judging().refusals()));
    }

    private static Inquiries inquiries(BackOffice office, Sights sights, BotConfig config, Clock clock) {
        return new Inquiries(
                office.ledger(),
                new Inquiries.Sources(office.live(), office.lookups().index(), sights),
                office.judging(),
                office.lookups().directory(),
                config,
                clock);
    }

    /**
     * Serves what a person typed; what had to be guessed comes back to them, and nothing is done. Of what a machine sent nothing is
     * guessed.
     */
    Answer typed(Asker asker, String text) {
        return asker.call()
                .map(call -> sent(asker, call, text))
                .orElseGet(() -> reader.read(text).visit(new Serving(asker, text)));
    }

    /** Serves a question that a button carries, and nothing else. */
    Answer question(Asker asker, String line) {
        return exactly(
                asker,
                line,
                command -> command instanceof Command.Requests
                        || command instanceof Command.Status
                        || command instanceof Command.Inquire);
    }

    /** Serves what a button carries, which is a whole command: nothing is guessed of that. */
    Answer exactly(Asker asker, String line, Predicate<Command> served) {
        return parser.parse(line)
                .<Answer>visit(
                        understood -> served.test(understood.command())
                                ? served(asker, line, understood.command())
                                : new Answer.Unheard(),
                        misunderstood -> new Answer.Refused(misunderstood.problem()));
    }

    /** Serves what a person typed exactly, or offers what they most likely meant where there is no such repository. */
    private Answer served(Asker asker, String typed, Command command) {
        try {
            return handlers.serve(asker, command);
        } catch (ProblemException e) {
            return corrections
                    .of(asker.person(), command, CommandText.of(typed), e.problem())
                    .map(meant -> guessed(asker, meant))
                    .orElseThrow(() -> e);
        }
    }

    private static Answer guessed(Asker asker, Corrections.Corrected meant) {
        return new Answer.Guessed(asker.person(), meant.command(), meant.line(), Optional.of(meant.why()));
    }

    /** Serves what a machine sent, which is a whole command; the same ask, sent again, is answered as it was. */
    private Answer sent(Asker asker, Asker.Call call, String line) {
        PersonId machine = asker.person();
        return parser.parse(line)
                .<Answer>visit(
                        understood -> {
                            Command command = understood.command();
                            machines.check(machine, command, call.as());
                            return call.key()
                                    .flatMap(id -> machines.before(machine, id, command.text()))
                                    .<Answer>map(Answer.Filed::new)
                                    .orElseGet(() -> handlers.serve(asker, command));
                        },
                        misunderstood -> {
                            throw machines.unread(machine, line, call.as(), misunderstood.problem());
                        });
    }

    private final class Serving implements LineReading.Visitor<Answer> {
        private final Asker asker;
        private final String typed;

        Serving(Asker asker, String typed) {
            this.asker = asker;
            this.typed = typed;
        }

        @Override
        public Answer exact(LineReading.Exact exact) {
            return served(asker, typed, exact.command());
        }

        @Override
        public Answer meant(LineReading.Meant meant) {
            PersonId person = asker.person();
            return corrections
                    .of(person, meant.command(), meant.line())
                    .map(corrected -> guessed(asker, corrected))
                    .orElseGet(() -> new Answer.Guessed(person, meant.command(), meant.line(), Optional.empty()));
        }

        @Override
        public Answer unread(LineReading.Unread unread) {
            return new Answer.Refused(unread.problem());
        }
    }
}
