package dev.ecrbot.desk.ask;

import dev.ecrbot.desk.judge.ConditionsCheck;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks anew for what waits, under the conditions that its rule gives it under by now: nobody has approved those, so the request
 * gets a new revision, and its card shows what would be given.
 */
public final class AskingAnew {
    private final Ledger ledger;
    private final Planning planning;
    private final Clock clock;

    public AskingAnew(Ledger ledger, Planning planning, Clock clock) {
        this.ledger = ledger;
        this.planning = planning;
        this.clock = clock;
    }

    /**
     * Has the request's card show what the rule would give now, if that is why it can't be approved as it is.
     *
     * @return what to tell those who wanted to approve it
     */
    public Problem refused(Request request, Rule rule, Problem why) {
        return why.code() == Code.CONDITIONS_CHANGED ? revised(request, rule, why) : why;
    }

    private Problem revised(Request request, Rule rule, Problem outdated) {
        Change change = request.change();
        Optional<Edit> edit = ConditionsCheck.asWanted(rule, change.edit());
        if (edit.isEmpty()) {
            return outdated;
        }
        var anew = new Change(change.registry(), change.target(), edit.get(), change.grant());
        try {
            Planning.Draft draft = planning.draft(anew);
            return draft.planned()
                    .visit(
                            plan -> stored(
                                            request,
                                            anew,
                                            plan.keeping(request.revision().plan()),
                                            draft.mark())
                                    ? DecisionProblems.shownAnew(outdated)
                                    : outdated,
                            nothing -> outdated,
                            refused -> refused.problem());
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    private boolean stored(Request request, Change anew, Plan plan, long mark) {
        return ledger.transact(transaction -> {
            Request locked = transaction.requests().lock(request.id()).orElseThrow();
            if (locked.stage().state() != RequestState.PENDING
                    || locked.revision().number() != request.revision().number()) {
                return false;
            }
            Instant now = clock.instant();
            Request next = locked.askedAnew(anew, plan, mark, now);
            transaction.requests().update(next);
            transaction
                    .events()
                    .add(AuditEvents.itself(
                            EventKind.REVISED,
                            next,
                            RevisionCause.RULE.details("base", plan.base().text())));
            transaction.outbox().add(next.id(), Notice.Kind.CARD, Map.of(), now);
            transaction.outbox().add(next.id(), Notice.Kind.CALL, RevisionCause.RULE.details(), now);
            transaction.outbox().add(next.id(), Notice.Kind.REVISED, RevisionCause.RULE.details(), now);
            return true;
        });
    }
}
