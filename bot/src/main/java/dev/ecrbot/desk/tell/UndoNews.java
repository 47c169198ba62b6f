package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.policy.holding.Claim;
import java.util.Optional;

/**
 * What people are told of an undo that concerns a request of theirs.
 *
 * @param by the undo
 * @param grant what the request gave; empty once that has ended after all, since another notice says so
 */
record UndoNews(Request request, Request by, Optional<Grant> grant) {

    /** Returns the news that this notice is about. */
    static Optional<UndoNews> of(LedgerTransaction transaction, Notice notice, Request request) {
        return RequestId.parse(notice.details().getOrDefault(Detail.BY, ""))
                .flatMap(transaction.requests()::find)
                .map(by -> new UndoNews(
                        request,
                        by,
                        transaction
                                .grants()
                                .find(new GrantId(request.id()))
                                .filter(given -> given.state() != Grant.State.ENDED)));
    }

    Optional<Message> undone(Optional<CardRef> card) {
        return card.map(ref -> new Message.Undone(request, by, ref));
    }

    Optional<Message> undoneTold(Optional<CardRef> card) {
        return request.maker().map(person -> new Message.Private(request, person, card, new Note.Undone(by)));
    }

    Optional<Message> grantRestored(Optional<CardRef> card) {
        return restored().flatMap(held -> card.map(ref -> new Message.GrantRestored(request, held, by, ref)));
    }

    Optional<Message> restoredTold(Optional<CardRef> card) {
        return grant.flatMap(given -> restored()
                .map(held -> new Message.Private(request, given.requester(), card, new Note.Restored(held, by))));
    }

    private Optional<Claim.Held> restored() {
        return grant.flatMap(given -> Claims.restored(given, by));
    }
}
