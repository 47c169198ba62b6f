package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.policy.plan.Edit;

/** Finds who records a request's kind of change. */
record RecordsByKind(Endings endings, RereadSchedule schedule) {

    ChangeRecords of(Request request) {
        Edit edit = request.change().edit();
        if (edit instanceof Edit.Grant grant) {
            return new GrantRecords(grant, schedule);
        }
        if (edit instanceof Edit.Revoke revoke) {
            return new RevocationRecords(revoke, endings);
        }
        if (edit instanceof Edit.Extend extend) {
            return new ExtensionRecords(extend);
        }
        if (edit instanceof Edit.Undo undo) {
            return new UndoRecords(undo, schedule);
        }
        return new EndingRecords(endings);
    }
}
