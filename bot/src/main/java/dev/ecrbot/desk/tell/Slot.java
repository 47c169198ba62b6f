package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/** In which lane a notice has to be sent, and how urgent it is there. */
record Slot(Lane lane, Urgency urgency) {

    static Slot of(LedgerTransaction transaction, Notice notice, Request request, Optional<CardRef> card) {
        return switch (notice.kind()) {
            case CARD -> card(transaction, request, card);
            case BUNDLE_CARD -> bundleCard(transaction, request);
            case CALL, COMMENTED, END_FAILS -> new Slot(channel(request, card), Urgency.CALL);
            case REMINDER, ESCALATED, ENDED, GRANT_EXTENDED, UNDONE, GRANT_RESTORED, DENIAL_EXPLAINED ->
                new Slot(channel(request, card), Urgency.NOTE);
            case RECORD_LOST, GLASS_BROKEN ->
                new Slot(Lane.in(notice.details().getOrDefault(Detail.CHANNEL, "")), Urgency.CALL);
            case STILL_THERE -> privately(EarlyEnd.of(notice.details()).map(EarlyEnd::by), request);
            case UNDONE_TOLD -> privately(request.maker(), request);
            case ASKED,
                    REVISED,
                    GRANTED,
                    REVOKED,
                    DENIED,
                    DENIAL_REASON,
                    FAILED,
                    BELATED,
                    EXPIRED,
                    ENDED_EARLY,
                    EXTENDED,
                    WARNED,
                    MISSING,
                    HINDERED,
                    SHORTENED,
                    UNDID,
                    RESTORED_TOLD,
                    REVOKED_TOLD,
                    EXTENDED_TOLD,
                    HANDED_ON,
                    COMMENT_TOLD -> privately(Follower.reader(notice), request);
        };
    }

    private static Slot card(LedgerTransaction transaction, Request request, Optional<CardRef> card) {
        if (card.isEmpty()) {
            return new Slot(channel(request, card), Urgency.CARD);
        }
        return new Slot(Lane.EDITS, isOverAsShown(transaction, request) ? Urgency.LATE_EDIT : Urgency.EDIT);
    }

    private static Slot bundleCard(LedgerTransaction transaction, Request request) {
        Optional<CardRef> common = transaction.bundles().of(request.id()).flatMap(Bundle::card);
        return common.isPresent()
                ? new Slot(Lane.EDITS, Urgency.EDIT)
                : new Slot(channel(request, Optional.empty()), Urgency.CARD);
    }

    /** Returns whether what the request gave came to the end that its card shows: nobody is misled for a while. */
    private static boolean isOverAsShown(LedgerTransaction transaction, Request request) {
        return transaction
                .grants()
                .find(new GrantId(request.id()))
                .flatMap(Grant::ended)
                .filter(end -> end.reason() == Grant.Reason.EXPIRED)
                .isPresent();
    }

    private static Slot privately(Optional<PersonId> reader, Request request) {
        Optional<PersonId> person = reader.or(() -> request.ask().map(Ask::requester));
        return new Slot(Lane.to(person.map(PersonId::user).orElse("")), Urgency.PRIVATE);
    }

    private static Lane channel(Request request, Optional<CardRef> card) {
        return Lane.in(card.map(CardRef::channel)
                .or(() -> request.ask().map(Ask::channel))
                .orElse(""));
    }
}
