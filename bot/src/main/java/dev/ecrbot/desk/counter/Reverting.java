package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.apply.UndoObstacle;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.UndoProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.util.Optional;

/** Turns the wish to take back what a request did into a request of its own, which always needs an approval. */
final class Reverting {
    private final Ledger ledger;
    private final Judging judging;
    private final Filings filings;
    private final Clock clock;

    Reverting(Ledger ledger, Judging judging, Filings filings, Clock clock) {
        this.ledger = ledger;
        this.judging = judging;
        this.filings = filings;
        this.clock = clock;
    }

    Answer undo(Asker asker, Command.Undo command) {
        PersonId person = asker.person();
        Request done = undoable(person, command.request(), command.text());
        Change change = Change.undoing(done);
        Rule rule = rule(person, change, command.text());
        judging.asks()
                .requesters()
                .refusal(rule, person, command.reason())
                .or(() -> judging.ruleForChange().tooLong(rule, change))
                .ifPresent(problem -> {
                    throw judging.refusals().ask(person, command.text(), problem);
                });
        Ask ask = Filing.ask(asker, rule, command.reason(), false);
        return filings.file(new Filing(asker, command, change, rule, ask, "undo " + done.id()));
    }

    /** Judges whether somebody may ask for it, before they say why. */
    Answer judged(Asker asker, String typedId) {
        PersonId person = asker.person();
        String text = "undo " + typedId;
        Request done = undoable(person, typedId, text);
        Rule rule = rule(person, Change.undoing(done), text);
        judging.asks().requesters().refusal(rule, person).ifPresent(problem -> {
            throw judging.refusals().ask(person, text, problem);
        });
        return new Answer.FieldWanted(done);
    }

    private Request undoable(PersonId person, String typedId, String text) {
        judging.refusals().asker(person, text);
        Request done = judging.refusals().request(person, typedId);
        notUndoable(done)
                .or(() -> ledger.transact(
                        transaction -> UndoObstacle.why(transaction, Change.undoing(done), clock.instant())))
                .ifPresent(problem -> {
                    throw judging.refusals().decision(person, done, problem);
                });
        return done;
    }

    private Rule rule(PersonId person, Change change, String text) {
        return judging.approvers()
                .rule(change)
                .orElseThrow(() ->
                        judging.refusals().ask(person, text, judging.approvers().noRule(change)));
    }

    /** Returns whether this person may ask to undo what gave the grant, as far as can be told without asking anew. */
    boolean isOpenTo(PersonId person, Grant grant, PolicyDocument live) {
        Optional<Change> undoing = ledger.transact(transaction -> transaction
                .requests()
                .find(grant.id().request())
                .filter(done -> notUndoable(done).isEmpty())
                .filter(done -> done.revision().plan().proposed().sameAs(live))
                .map(Change::undoing)
                .filter(change ->
                        UndoObstacle.why(transaction, change, clock.instant()).isEmpty()));
        return undoing.flatMap(change -> judging.ruleForChange()
                        .rule(change)
                        .filter(rule -> judging.asks()
                                .requesters()
                                .refusal(rule, person)
                                .isEmpty()))
                .isPresent();
    }

    private static Optional<Problem> notUndoable(Request done) {
        if (done.change().edit() instanceof Edit.Undo) {
            return Optional.of(UndoProblems.undoItself(done.id().toString()));
        }
        return switch (done.stage().state()) {
            case APPLIED ->
                done.revision().kept()
                        ? Optional.empty()
                        : Optional.of(UndoProblems.forgotten(done.id().toString()));
            case PENDING -> Optional.of(UndoProblems.waiting(done.id().toString()));
            case APPROVED, APPLYING ->
                Optional.of(UndoProblems.beingApplied(done.id().toString()));
            case DENIED, CANCELLED, EXPIRED, FAILED ->
                Optional.of(UndoProblems.neverApplied(done.id().toString()));
        };
    }
}
