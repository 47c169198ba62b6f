package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.apply.UndoObstacle;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.Ask;
import dev.ecrbot.desk.ledger.Change;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;

import dev.ecrbot.command.Command;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.util.Optional;

/** Turns the wish to take back what a request did into a request of its own, which always needs an approval. */
public final class Reverting {
    private final Ledger ledger;
    private final RecordedRefusals refusals;
    private final RuleForChange ruleForChange;
    private final Asking asking;
    private final Clock clock;

    public Reverting(Ledger ledger, RecordedRefusals refusals, RuleForChange ruleForChange, Asking asking, Clock clock) {
        this.ledger = ledger;
        this.refusals = refusals;
        this.ruleForChange = ruleForChange;
        this.asking = asking;
        this.clock = clock;
    }

    Answer undo(Asker asker, Command.Undo command) {
        PersonId person = asker.person();
        refusals.asker(person, command.text());
        Request done = RequestId.parse(command.request())
                .flatMap(id -> ledger.transact(transaction -> transaction.requests().find(id)))
                .orElseThrow(() -> refusals.unknownRequest(person, command.request()));
        notUndoable(done).ifPresent(problem -> {
            throw refusals.decision(person, done, problem);
        });
        Change change = Change.undoing(done);
        ledger.transact(transaction -> UndoObstacle.why(transaction, change, clock.instant()))
                .ifPresent(problem -> {
                    throw refusals.decision(person, done, problem);
                });
        Rule rule = ruleForChange
                .rule(change)
                .orElseThrow(() -> refusals.ask(person, command.text(), ruleForChange.none(change)));
        asking.refusal(rule, person, command.reason())
                .or(() -> ruleForChange.tooLong(rule, change))
                .ifPresent(problem -> {
                    throw refusals.ask(person, command.text(), problem);
                });
        Ask ask = Asking.ask(asker, rule, command.reason(), false);
        return asking.file(new Asking.Filing(asker, command, change, rule, ask, "undo " + done.id()), Access.PULL);
    }

    private static Optional<Problem> notUndoable(Request done) {
        if (done.change().edit() instanceof Edit.Undo) {
            return Optional.of(new Problem(
                    Code.UNDO_REFUSED,
                    done.id() + " is an undo itself, and an undo can't be undone.",
                    "Ask for what should change now, with a grant or a revocation."));
        }
        return switch (done.state()) {
            case APPLIED -> Optional.empty();
            case PENDING ->
                Optional.of(refused(
                        done,
                        "still waits for a decision",
                        "“/ecr cancel " + done.id() + "” takes back a request of yours; approvers can deny it."));
            case APPROVED, APPLYING ->
                Optional.of(refused(done, "is being applied at this moment", "Try again in a moment."));
            case DENIED, CANCELLED, EXPIRED, FAILED ->
                Optional.of(refused(
                        done, "was never applied", "There is nothing to do for you: it has changed no policy."));
        };
    }

    private static Problem refused(Request done, String why, String next) {
        return new Problem(Code.UNDO_REFUSED, done.id() + " " + why + ", so there is nothing to undo.", next);
    }
}
