package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Concerned;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import java.util.Map;

/** Records revocations: the grants that they take something from are over. */
final class RevocationRecords implements ChangeRecords {
    private final Edit.Revoke edit;
    private final Endings endings;

    RevocationRecords(Edit.Revoke edit, Endings endings) {
        this.edit = edit;
        this.endings = endings;
    }

    @Override
    public void took(LedgerTransaction transaction, Request applied) {
        transaction
                .outbox()
                .add(applied.id(), Notice.Kind.CARD, Map.of(), applied.stage().changedAt());
        endings.revoked(transaction, applied, edit);
        transaction
                .outbox()
                .add(
                        applied.id(),
                        Notice.Kind.REVOKED,
                        Map.of(),
                        applied.stage().changedAt());
    }

    @Override
    public boolean isUnrecorded(LedgerTransaction transaction, Request request) {
        return !Concerned.takenFrom(transaction, request.change(), edit).isEmpty();
    }
}
