package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the message of a notice about a grant that a request made, after it was given; within the transaction that took it. */
record GrantNews(Parcel parcel, Instant now) {

    /** Returns what to deliver; nothing where there is nothing left to say. */
    Optional<Message> message() {
        return grant().flatMap(this::about);
    }

    private Optional<Message> about(Grant grant) {
        Notice notice = parcel.notice();
        return switch (notice.kind()) {
            case ENDED -> ended(grant);
            case ENDED_EARLY -> EarlyEnd.of(notice.details()).map(end -> told(grant, new GrantNote.EndedEarly(end)));
            case END_FAILS -> endFails(grant);
            case STILL_THERE -> stillThere(grant);
            case MISSING -> missing(grant);
            case HINDERED -> hindered(grant);
            case WARNED -> new Warnings(parcel.transaction(), now).message(notice);
            case GRANT_EXTENDED ->
                by().flatMap(by -> Claims.given(by)
                        .map(held -> new Message.GrantExtended(parcel.request(), held, by, parcel.card())));
            case EXTENDED_TOLD ->
                by().flatMap(by -> Claims.given(by).map(held -> told(grant, new GrantNote.ExtendedBy(held, by))));
            case REVOKED_TOLD -> by().map(by -> told(grant, new GrantNote.RevokedBy(by)));
            default -> throw new IllegalArgumentException(notice.kind() + " isn't about a grant");
        };
    }

    // Where it goes on again, another notice says so.
    private Optional<Message> ended(Grant grant) {
        if (grant.ended().isEmpty() || CardMaker.isNowhere(parcel.request(), parcel.card())) {
            return Optional.empty();
        }
        var early = EarlyEnd.of(parcel.notice().details());
        return Optional.of(new Message.GrantEnded(parcel.request(), grant, parcel.card(), early));
    }

    // Once it has ended after all, another notice says so.
    private Optional<Message> endFails(Grant grant) {
        var details = parcel.notice().details();
        var problem = Problem.kept(
                Code.valueOf(details.getOrDefault(Detail.CODE, "").toUpperCase(Locale.ROOT)),
                details.getOrDefault(Detail.WHAT, ""),
                details.getOrDefault(Detail.NEXT, ""));
        int tries = Integer.parseInt(details.getOrDefault(Detail.TRIES, "0"));
        return parcel.card()
                .filter(card -> grant.state() != Grant.State.ENDED)
                .map(card -> new Message.EndFails(parcel.request(), grant, card, problem, tries));
    }

    // Once it has ended after all, another notice says so.
    private Optional<Message> stillThere(Grant grant) {
        var note = new GrantNote.StillThere(parcel.notice().details().getOrDefault(Detail.WHY, ""));
        return EarlyEnd.of(parcel.notice().details())
                .filter(end -> grant.state() != Grant.State.ENDED)
                .map(end -> told(end.by(), note));
    }

    private Optional<Message> missing(Grant grant) {
        String asked = AuditEvents.typed(parcel.transaction(), grant.id().request());
        return grant.ended().map(end -> told(grant, new GrantNote.Missing(asked, end.reason())));
    }

    // Once it has ended, another notice says so; and of what was found since, a later one.
    private Optional<Message> hindered(Grant grant) {
        String what = parcel.notice().details().getOrDefault(Detail.WHAT, "");
        List<Event> events = parcel.transaction().events().of(grant.id().request());
        boolean newest = CardHistory.hindered(events)
                .filter(last -> last.what().equals(what))
                .isPresent();
        return Optional.of(grant)
                .filter(given -> newest && given.state() != Grant.State.ENDED)
                .map(given ->
                        Claims.at(parcel.notice().createdAt(), parcel.transaction(), parcel.request(), asFound(given)))
                .map(held -> told(grant, new GrantNote.Hindered(held, what)));
    }

    /** Returns the grant with the end that it had when the notice was made. */
    private Grant asFound(Grant grant) {
        return Optional.ofNullable(parcel.notice().details().get(Detail.UNTIL))
                .map(until -> grant.lasting(Optional.of(until)
                        .filter(end -> !end.equals(Detail.NEVER))
                        .map(Instant::parse)))
                .orElse(grant);
    }

    private Message told(Grant grant, GrantNote note) {
        return told(grant.requester(), note);
    }

    private Message told(PersonId reader, GrantNote note) {
        return new Message.Private(parcel.request(), reader, parcel.card(), note);
    }

    private Optional<Grant> grant() {
        return parcel.transaction().grants().find(new GrantId(parcel.request().id()));
    }

    private Optional<Request> by() {
        return RequestId.parse(parcel.notice().details().getOrDefault(Detail.BY, ""))
                .flatMap(parcel.transaction().requests()::find);
    }
}
