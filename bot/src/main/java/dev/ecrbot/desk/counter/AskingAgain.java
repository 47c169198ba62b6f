package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;

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
                        understood -> offered(person, request, own, understood.command()),
                        misunderstood -> new Answer.Refused(misunderstood.problem()));
    }

    /** Somebody else asks for reasons of their own. */
    private static Answer offered(PersonId person, Request request, boolean own, Command command) {
        if (command instanceof Command.Grant grant) {
            return offered(person, own ? grant : Asking.unexplained(grant));
        }
        if (command instanceof Command.Revoke revoke) {
            return offered(person, own ? revoke : Asking.unexplained(revoke));
        }
        return new Answer.Refused(new Problem(
                Code.COMMAND_MALFORMED,
                request.id() + " can't be asked for again as it was, so nothing was asked.",
                "Type /ecr help to see how to ask for what should change now."));
    }

    private static Answer offered(PersonId person, Command again) {
        return new Answer.Guessed(person, again, new Line(again.text()));
    }
}
