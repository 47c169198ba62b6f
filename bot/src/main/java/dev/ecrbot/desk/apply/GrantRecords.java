package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Records grants. */
final class GrantRecords implements ChangeRecords {
    private final Edit.Grant edit;
    private final RereadSchedule schedule;

    GrantRecords(Edit.Grant edit, RereadSchedule schedule) {
        this.edit = edit;
        this.schedule = schedule;
    }

    @Override
    public void took(LedgerTransaction transaction, Request applied) {
        Instant now = applied.stage().changedAt();
        var id = new GrantId(applied.id());
        transaction.outbox().add(applied.id(), Notice.Kind.CARD, Map.of(), now);
        transaction
                .grants()
                .add(new Grant(
                        id,
                        applied.change().registry(),
                        applied.change().target(),
                        edit.principal(),
                        edit.access(),
                        applied.ask().orElseThrow().requester(),
                        now,
                        edit.until(),
                        Grant.State.ACTIVE,
                        Optional.empty()));
        transaction.readings().seen(id, now.plus(schedule.first()));
        transaction.outbox().add(applied.id(), Notice.Kind.GRANTED, Map.of(), now);
    }

    @Override
    public boolean isUnrecorded(LedgerTransaction transaction, Request request) {
        var given = new Owned(edit.principal(), edit.access(), edit.until());
        return transaction.grants().standing(request.change().target().holder()).stream()
                .filter(grant -> grant.target().equals(request.change().target()))
                .noneMatch(grant -> grant.owned().equals(given));
    }
}
