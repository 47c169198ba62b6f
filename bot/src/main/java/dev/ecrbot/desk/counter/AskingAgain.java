package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.CommandVisitor;
import dev.ecrbot.command.Doctor;
import dev.ecrbot.command.Login;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.ask.Wanted;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/** Finds the line that asks for the same as a request did; nothing is asked for before somebody confirms it. */
final class AskingAgain {
    private final Ledger ledger;
    private final Judging judging;
    private final CommandParser parser;

    AskingAgain(Ledger ledger, Judging judging, CommandParser parser) {
        this.ledger = ledger;
        this.judging = judging;
        this.parser = parser;
    }

    Answer line(Asker asker, String typedId) {
        PersonId person = asker.person();
        judging.refusals().member(person);
        Request request = judging.refusals().request(person, typedId);
        boolean own = request.ask().map(Ask::requester).filter(person::equals).isPresent();
        if (!own) {
            judging.viewers()
                    .check(person, request.change().registry(), request.change().target());
        }
        String typed = ledger.transact(transaction -> AuditEvents.typed(transaction, request.id()));
        return parser.parse(typed)
                .visit(
                        understood -> offered(person, request, understood.command(), own),
                        misunderstood -> new Answer.Refused(misunderstood.problem()));
    }

    private static Answer offered(PersonId person, Request request, Command typed, boolean own) {
        return typed.visit(new Again(own))
                .<Answer>map(again -> new Answer.Guessed(person, again, new Line(again.text()), Optional.empty()))
                .orElseGet(() -> new Answer.Refused(
                        RequestProblems.notAskedAgain(request.id().toString())));
    }

    /** The command that asks for the same again; empty where that can't be had twice. */
    private static final class Again implements CommandVisitor<Optional<Command>> {
        private final boolean own;

        /** @param own whether the same person asks; anybody else does for reasons of their own */
        Again(boolean own) {
            this.own = own;
        }

        @Override
        public Optional<Command> grant(Command.Grant grant) {
            return Optional.of(own ? grant : Wanted.unexplained(grant));
        }

        // Each of them was recorded with a line of its own.
        @Override
        public Optional<Command> several(Several several) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> revoke(Command.Revoke revoke) {
            return Optional.of(own ? revoke : Wanted.unexplained(revoke));
        }

        @Override
        public Optional<Command> status(Command.Status status) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> requests(Command.Requests requests) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> cancel(Command.Cancel cancel) {
            return Optional.empty();
        }

        // What it made last longer or took back is another by now.
        @Override
        public Optional<Command> extend(Command.Extend extend) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> end(Command.End end) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> undo(Command.Undo undo) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> which(Which which) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> login(Login login) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> doctor(Doctor doctor) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> help(Command.Help help) {
            return Optional.empty();
        }

        @Override
        public Optional<Command> inquire(Command.Inquire inquire) {
            return Optional.empty();
        }
    }
}
