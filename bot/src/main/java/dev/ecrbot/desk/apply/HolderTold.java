package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import java.util.Map;
import java.util.Optional;

/** Has the holder of a grant told what a request of somebody else made of it. */
final class HolderTold {
    private HolderTold() {}

    /** Has them told, unless the request is their own: they hear of that anyway. */
    static void of(LedgerTransaction transaction, Grant grant, Request by, Notice.Kind what) {
        if (!by.maker().equals(Optional.of(grant.requester()))) {
            transaction
                    .outbox()
                    .add(
                            grant.id().request(),
                            what,
                            Map.of(Detail.BY, by.id().value()),
                            by.stage().changedAt());
        }
    }
}
