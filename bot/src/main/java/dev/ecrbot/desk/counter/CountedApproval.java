package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An approval, counted with those given before it. Each of them counts only if its person could give it now: one that doesn't
 * is withdrawn, and can be given anew.
 *
 * @param earlier why each approval that others gave doesn't count now; empty for those that do
 */
record CountedApproval(PersonId by, Rule rule, Map<PersonId, Optional<Problem>> earlier) {

    /** Somebody approved since the earlier approvals were judged. */
    static final class Unjudged extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Records it, and has the request's card show it. */
    Answer recorded(LedgerTransaction transaction, Request locked, Instant now) {
        Answer answer = record(transaction, locked, now);
        if (answer instanceof Answer.Approved) {
            transaction.outbox().add(locked.id(), Notice.Kind.CARD, Map.of(), now);
        }
        return answer;
    }

    /**
     * Records it, and the decision if it is the last one that is needed.
     *
     * @throws Unjudged if there is an approval that was not judged; the transaction can't go on then
     */
    Answer record(LedgerTransaction transaction, Request locked, Instant now) {
        if (!transaction.requests().approve(locked.id(), locked.revision().number(), new Approval(by, now))) {
            return new Answer.Refused(Decidability.approvedAlready(locked));
        }
        withdraw(transaction, locked, now);
        int given = transaction
                .requests()
                .approvals(locked.id(), locked.revision().number())
                .size();
        transaction.events().add(AuditEvents.approval(by, locked, now));
        boolean enough = given >= rule.approvers().approvals();
        Request next = enough
                ? locked.decided(RequestState.APPROVED, new Decision(by, now, Optional.empty()))
                : locked.moved(RequestState.PENDING, now);
        transaction.requests().update(next);
        if (enough) {
            transaction.events().add(AuditEvents.by(by, EventKind.APPROVED, next));
        }
        return new Answer.Approved(next, given);
    }

    private void withdraw(LedgerTransaction transaction, Request locked, Instant now) {
        List<PersonId> approvers = transaction
                .requests()
                .approvals(locked.id(), locked.revision().number())
                .stream()
                .map(Approval::by)
                .filter(approver -> !approver.equals(by))
                .toList();
        if (!earlier.keySet().containsAll(approvers)) {
            throw new Unjudged();
        }
        approvers.forEach(approver -> earlier.getOrDefault(approver, Optional.empty())
                .ifPresent(why -> {
                    transaction
                            .requests()
                            .withdraw(locked.id(), locked.revision().number(), approver);
                    transaction.events().add(AuditEvents.withdrawn(approver, locked, why, now));
                }));
    }
}
