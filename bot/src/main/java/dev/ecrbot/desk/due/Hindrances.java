package dev.ecrbot.desk.due;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.plan.Hindrance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Records, and has told, when statements of others begin to deny what a grant gives, or deny something else, or nothing any more. */
final class Hindrances {
    private Hindrances() {}

    /**
     * @param hindrance what a reading found to stand beside the grant
     */
    static void found(LedgerTransaction transaction, Grant grant, Optional<Hindrance> hindrance, Instant now) {
        Optional<CardHistory.Hindered> known =
                CardHistory.hindered(transaction.events().of(grant.id().request()));
        String mark = hindrance.map(Hindrance::mark).orElse("");
        boolean same = known.map(each -> each.mark().equals(mark))
                .orElseGet(() -> hindrance.isPresent() == hinderedFromTheStart(transaction, grant));
        if (same) {
            return;
        }
        var details = Map.of(
                Detail.MARK, mark, Detail.WHAT, hindrance.map(Hindrance::text).orElse(""));
        transaction.events().add(AuditEvents.hindered(grant, details, now));
        transaction.outbox().cardAgain(grant.id().request(), now);
        transaction.outbox().add(grant.id().request(), Notice.Kind.HINDERED, details, now);
    }

    private static boolean hinderedFromTheStart(LedgerTransaction transaction, Grant grant) {
        return transaction
                .requests()
                .find(grant.id().request())
                .filter(request -> request.revision().plan().hindered())
                .isPresent();
    }
}
