package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.holding.Claim;
import java.util.Optional;

/**
 * What people are told of an undo that concerns a request of theirs.
 *
 * @param by the undo
 * @param grant what the request gave; empty once that has ended after all, since another notice says so
 * @param hindered what was found to be denied of it since it was given
 */
record UndoNews(Request request, Request by, Optional<Grant> grant, Optional<CardHistory.Hindered> hindered) {

    /** Returns the news that this notice is about. */
    private static Optional<UndoNews> of(LedgerTransaction transaction, Notice notice, Request request) {
        return RequestId.parse(notice.details().getOrDefault(Detail.BY, ""))
                .flatMap(transaction.requests()::find)
                .map(by -> new UndoNews(
                        request,
                        by,
                        transaction
                                .grants()
                                .find(new GrantId(request.id()))
                                .filter(given -> given.state() != Grant.State.ENDED),
                        CardHistory.hindered(transaction.events().of(request.id()))));
    }

    /** Returns what to deliver of this notice; nothing where there is nothing left to say. */
    static Optional<Message> message(Parcel parcel) {
        return of(parcel.transaction(), parcel.notice(), parcel.request())
                .flatMap(news -> news.about(parcel.notice().kind(), parcel.card()));
    }

    private Optional<Message> about(Notice.Kind kind, Optional<CardRef> card) {
        return switch (kind) {
            case UNDONE -> undone(card);
            case UNDONE_TOLD -> undoneTold(card);
            case GRANT_RESTORED -> grantRestored(card);
            case RESTORED_TOLD -> restoredTold(card);
            default -> throw new IllegalArgumentException(kind + " isn't about an undo");
        };
    }

    private Optional<Message> undone(Optional<CardRef> card) {
        return card.map(ref -> new Message.Undone(request, by, ref));
    }

    private Optional<Message> undoneTold(Optional<CardRef> card) {
        return request.maker().map(person -> new Message.Private(request, person, card, new Note.Undone(by)));
    }

    private Optional<Message> grantRestored(Optional<CardRef> card) {
        return restored().flatMap(held -> card.map(ref -> new Message.GrantRestored(request, held, by, ref)));
    }

    private Optional<Message> restoredTold(Optional<CardRef> card) {
        return grant.flatMap(given -> restored()
                .map(held -> new Message.Private(request, given.requester(), card, new GrantNote.Restored(held, by))));
    }

    private Optional<Claim.Held> restored() {
        return grant.flatMap(given -> Claims.restored(request, given, by, hindered));
    }
}
