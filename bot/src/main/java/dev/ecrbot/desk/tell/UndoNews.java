package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.GrantId;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import java.util.Optional;

/** Finds what people are told of an undo that concerns a request of theirs. */
final class UndoNews {
    private UndoNews() {}

    static Optional<Message> message(
            LedgerTransaction transaction, Notice notice, Request request, Optional<CardRef> card) {
        return RequestId.parse(notice.details().getOrDefault(Detail.BY, ""))
                .flatMap(transaction.requests()::find)
                .flatMap(by -> message(transaction, notice.kind(), request, by, card));
    }

    private static Optional<Message> message(
            LedgerTransaction transaction, Notice.Kind kind, Request request, Request by, Optional<CardRef> card) {
        // Once it has ended after all, another notice says so.
        Optional<Grant> grant = transaction
                .grants()
                .find(new GrantId(request.id()))
                .filter(given -> given.state() != Grant.State.ENDED);
        return switch (kind) {
            case UNDONE -> card.map(ref -> new Message.Undone(request, by, ref));
            case UNDONE_TOLD ->
                request.maker().map(person -> new Message.Private(request, person, card, new Message.Note.Undone(by)));
            case GRANT_RESTORED ->
                grant.flatMap(given -> card.map(ref -> new Message.GrantRestored(request, given, by, ref)));
            case RESTORED_TOLD ->
                grant.map(given ->
                        new Message.Private(request, given.requester(), card, new Message.Note.Restored(given, by)));
            default -> Optional.empty();
        };
    }
}
