package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** Records endings. They have no card: what is told of them is told of the grant. */
final class EndingRecords implements ChangeRecords {
    private final Endings endings;

    EndingRecords(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void took(LedgerTransaction transaction, Request applied) {
        endings.ended(transaction, applied, applied.stage().changedAt());
    }

    @Override
    public void failed(LedgerTransaction transaction, Request failed, Problem problem) {
        endings.putOff(transaction, failed, problem, failed.stage().changedAt());
    }

    @Override
    public boolean isDoneWhereNothingIsLeft() {
        return true;
    }

    @Override
    public void found(LedgerTransaction transaction, Request done, Optional<PolicyDocument> live, Instant now) {
        endings.over(
                transaction,
                endings.grant(transaction, done),
                live,
                done.stage().decision().map(Decision::by),
                now);
    }
}
