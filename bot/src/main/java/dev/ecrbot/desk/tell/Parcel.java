package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice on its way, within the transaction that took it.
 *
 * @param card where the request's card stands
 * @param lane where it is sent, which nobody else does meanwhile
 * @param free since when that lane has been free
 */
record Parcel(
        LedgerTransaction transaction,
        Notice notice,
        Request request,
        Optional<CardRef> card,
        Lane lane,
        Instant free) {

    /** Returns the same for another notice of the lane. */
    Parcel with(Notice other) {
        return new Parcel(
                transaction,
                other,
                transaction.requests().find(other.request()).orElseThrow(),
                transaction.requests().card(other.request()),
                lane,
                free);
    }

    /** Something was sent in the lane. */
    void spend(SendingLimits limits, Instant now) {
        if (!limits.of(lane).isUnlimited()) {
            transaction.outbox().close(lane, limits.of(lane).next(free, now));
        }
    }
}
