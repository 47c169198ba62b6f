package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.EditVisitor;
import dev.ecrbot.policy.plan.TakeOver;

/** Finds who records a request's kind of change. */
record RecordsByKind(Endings endings, RereadSchedule schedule) implements EditVisitor<ChangeRecords> {

    ChangeRecords of(Request request) {
        return request.change().edit().visit(this);
    }

    @Override
    public ChangeRecords grant(Edit.Grant grant) {
        return new GrantRecords(grant, schedule);
    }

    @Override
    public ChangeRecords takeOver(TakeOver takeOver) {
        return new GrantRecords(takeOver.grant(), schedule);
    }

    @Override
    public ChangeRecords revoke(Edit.Revoke revoke) {
        return new RevocationRecords(revoke, endings);
    }

    @Override
    public ChangeRecords end(Edit.End end) {
        return new EndingRecords(endings);
    }

    @Override
    public ChangeRecords extend(Edit.Extend extend) {
        return new ExtensionRecords(extend);
    }

    @Override
    public ChangeRecords undo(Edit.Undo undo) {
        return new UndoRecords(undo, schedule);
    }
}
