package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import java.time.Instant;
import java.util.Optional;

/** Finds what the holder of a grant is told before its end. */
final class Warnings {
    private Warnings() {}

    /** Returns the warning that this notice is for; nothing once it would say what isn't so any more. */
    static Optional<Message> message(
            LedgerTransaction transaction, Notice notice, Request request, Optional<CardRef> card, Instant now) {
        Instant until = Instant.parse(notice.details().getOrDefault(Detail.UNTIL, ""));
        String newest = String.valueOf(EndWarnings.given(transaction.events().of(request.id()), until));
        return transaction
                .grants()
                .find(new GrantId(request.id()))
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.until().equals(Optional.of(until)) && now.isBefore(until))
                .filter(grant -> newest.equals(notice.details().get(Detail.STEP)))
                .map(grant -> new Message.Private(
                        request,
                        grant.requester(),
                        card,
                        new GrantNote.Expiring(Claims.at(now, transaction, request, grant))));
    }
}
