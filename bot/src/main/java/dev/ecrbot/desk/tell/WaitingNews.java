package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.util.Optional;

/**
 * Makes the message of a notice about a request that waits; within the transaction that took it.
 *
 * @param card where it is shown what becomes of the request
 * @param rule what decides on it now, if anything does
 */
record WaitingNews(Parcel parcel, Optional<CardRef> card, Optional<Rule> rule) {

    /** Returns what to deliver; nothing once the request doesn't wait any more. */
    Optional<Message> message() {
        return switch (parcel.notice().kind()) {
            case ASKED -> goesOn().flatMap(r -> Composer.toRequester(r, card, new Note.Asked()));
            case REVISED -> waits().flatMap(r -> Composer.toRequester(r, card, new Note.Revised(why())));
            case CALL -> waits().flatMap(r -> card.map(ref -> called(r, ref)));
            case SHORTENED -> shortened();
            case HANDED_ON -> handedOn();
            case REMINDER ->
                card.flatMap(ref -> Reminders.message(
                        parcel.transaction(),
                        parcel.notice(),
                        parcel.request(),
                        ref,
                        rule.map(Rule::handling).orElse(Handling.USUAL).calling()));
            case ESCALATED ->
                card.flatMap(
                        ref -> Escalations.message(parcel.transaction(), parcel.notice(), parcel.request(), ref, rule));
            default -> throw new IllegalArgumentException(parcel.notice().kind() + " isn't about a request that waits");
        };
    }

    private Message called(Request request, CardRef ref) {
        return new Message.ApproversCalled(
                request, ref, why(), Escalations.called(parcel.transaction(), request, rule));
    }

    private Optional<Message> shortened() {
        return waits().flatMap(
                        r -> ShorterEnd.last(parcel.transaction().events().of(r.id())))
                .flatMap(end -> Composer.toRequester(parcel.request(), card, new Note.Shortened(end.by())));
    }

    private Optional<Message> handedOn() {
        Notice notice = parcel.notice();
        return PersonId.parse(notice.details().getOrDefault(Detail.BY, ""))
                .flatMap(by -> waits().flatMap(r -> Composer.toRequester(r, card, new Note.HandedOn(by))));
    }

    private RevisionCause why() {
        return RevisionCause.of(parcel.notice().details());
    }

    // Once it is over, another notice says how; that it waits would be untrue.
    private Optional<Request> goesOn() {
        return Optional.of(parcel.request()).filter(r -> !r.stage().state().isFinal());
    }

    private Optional<Request> waits() {
        return Optional.of(parcel.request()).filter(r -> r.stage().state() == RequestState.PENDING);
    }
}
