package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Finds the recorded grants that a change is about besides its own. */
public final class Concerned {
    private Concerned() {}

    /** Returns the grants that a revocation takes something away from. */
    public static List<Grant> takenFrom(LedgerTransaction transaction, Change change, Edit.Revoke revoke) {
        return transaction.grants().standing(change.target().holder()).stream()
                .filter(grant -> grant.target().equals(change.target()))
                .filter(grant -> grant.principal().equals(revoke.principal()))
                .filter(grant -> revoke.access().map(Access::actions).stream()
                        .noneMatch(taken ->
                                Collections.disjoint(taken, grant.access().actions())))
                .toList();
    }

    /** Returns the grants that are in force again once the change is made; none unless it undoes an ending. */
    public static List<Grant> givenBack(LedgerTransaction transaction, Change change, Instant now) {
        return change.undoes().map(transaction.grants()::endedBy).orElse(List.of()).stream()
                .filter(grant -> grant.until().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
    }
}
