package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.live.Planning;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import java.util.List;

/** Finds out what is another by now than it was when it was approved. */
record SinceApproved(Ledger ledger, Planning planning) {

    RevisionCause of(Request request, PolicyDocument found, Plan plan) {
        List<RecordedWrite> writes = ledger.transact(transaction -> transaction
                .writes()
                .after(request.change().target().holder(), request.revision().mark()));
        return new RevisionCause(
                !OwnWriteChain.leads(request.revision().plan().base(), found, writes),
                planning.differences(request.revision().plan(), plan));
    }
}
