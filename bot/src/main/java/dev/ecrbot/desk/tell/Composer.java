package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.Optional;

/** Makes the message of a notice, with everything that is needed to write it, as things are now. Thread-safe. */
final class Composer {
    private final Policies policies;
    private final FallbackCard fallbackCard;
    private final RuleForChange rules;
    private final Clock clock;

    Composer(Policies policies, FallbackCard fallbackCard, RuleForChange rules, Clock clock) {
        this.policies = policies;
        this.fallbackCard = fallbackCard;
        this.rules = rules;
        this.clock = clock;
    }

    /** Returns what to deliver; nothing where there is nothing left to say. */
    Optional<Message> message(Parcel parcel) {
        Optional<Message> message = composed(parcel);
        return Follower.reader(parcel.notice())
                .map(reader -> message.filter(Message.Private.class::isInstance)
                        .map(Message.Private.class::cast)
                        .<Message>map(told -> new Message.Private(told.request(), reader, told.card(), told.note())))
                .orElse(message)
                .filter(told -> !isToNobody(told));
    }

    // What was recorded again without its owner has nobody to be told.
    private static boolean isToNobody(Message message) {
        return message instanceof Message.Private told && told.to().equals(PersonId.UNKNOWN);
    }

    private Optional<Message> composed(Parcel parcel) {
        LedgerTransaction transaction = parcel.transaction();
        Notice notice = parcel.notice();
        Request request = parcel.request();
        Optional<CardRef> card = parcel.card();
        return switch (notice.kind()) {
            case CARD ->
                isShown(notice, request, card) ? Optional.empty() : Optional.of(card(transaction, request, card));
            case ASKED -> goesOn(request).flatMap(r -> toRequester(r, card, new Note.Asked()));
            case REVISED -> revised(notice, request, card);
            case CALL -> called(notice, request, card);
            case SHORTENED -> shortened(transaction, request, card);
            case GRANTED -> granted(request, card);
            case REVOKED -> Claims.taken(request).flatMap(taken -> toRequester(request, card, new Note.Revoked(taken)));
            case DENIED -> toRequester(request, card, new Note.Denied());
            case DENIAL_REASON -> toRequester(request, card, reason(notice));
            case DENIAL_EXPLAINED -> explained(notice, request, card);
            case FAILED -> failed(request).flatMap(r -> toRequester(r, card, new Note.Failed()));
            case BELATED -> toRequester(request, card, new Note.Belated());
            case EXPIRED -> toRequester(request, card, new Note.Expired(AuditEvents.typed(transaction, request.id())));
            case REMINDER -> card.flatMap(ref -> Reminders.message(transaction, notice, request, ref));
            case EXTENDED -> Claims.given(request).flatMap(held -> toRequester(request, card, new Note.Extended(held)));
            case HANDED_ON -> handedOn(notice, request, card);
            case UNDID -> toRequester(request, card, new Note.Undid());
            case UNDONE, UNDONE_TOLD, GRANT_RESTORED, RESTORED_TOLD -> UndoNews.message(parcel);
            case ENDED,
                    ENDED_EARLY,
                    END_FAILS,
                    STILL_THERE,
                    MISSING,
                    HINDERED,
                    WARNED,
                    GRANT_EXTENDED,
                    EXTENDED_TOLD,
                    REVOKED_TOLD -> new GrantNews(parcel, clock.instant()).message();
            case RECORD_LOST -> Optional.of(Message.RecordLost.of(request, notice.details()));
        };
    }

    /** Returns the request's card, to be posted anew where it stands nowhere. */
    Message card(LedgerTransaction transaction, Request request, Optional<CardRef> posted) {
        return new Message.Card(
                asDecided(request),
                transaction
                        .requests()
                        .approvals(request.id(), request.revision().number()),
                posted,
                fallbackCard.of(transaction, request.id()),
                CardHistory.of(transaction, request));
    }

    private static Note reason(Notice notice) {
        return new Note.DenialReason(notice.details().getOrDefault(Detail.REASON, ""));
    }

    private static Optional<Message> explained(Notice notice, Request request, Optional<CardRef> card) {
        String why = notice.details().getOrDefault(Detail.REASON, "");
        return card.map(ref -> new Message.DenialExplained(request, ref, why));
    }

    private static Optional<Message> handedOn(Notice notice, Request request, Optional<CardRef> card) {
        return PersonId.parse(notice.details().getOrDefault(Detail.BY, ""))
                .flatMap(by -> waits(request).flatMap(r -> toRequester(r, card, new Note.HandedOn(by))));
    }

    private static Optional<Message> called(Notice notice, Request request, Optional<CardRef> card) {
        var why = RevisionCause.of(notice.details());
        return waits(request).flatMap(r -> card.map(ref -> new Message.ApproversCalled(r, ref, why)));
    }

    private static Optional<Message> revised(Notice notice, Request request, Optional<CardRef> card) {
        var note = new Note.Revised(RevisionCause.of(notice.details()));
        return waits(request).flatMap(r -> toRequester(r, card, note));
    }

    private static Optional<Message> shortened(LedgerTransaction transaction, Request request, Optional<CardRef> card) {
        return waits(request)
                .flatMap(r -> ShorterEnd.last(transaction.events().of(r.id())))
                .flatMap(end -> toRequester(request, card, new Note.Shortened(end.by())));
    }

    /** Whether nobody asked for it in a channel, as where a lost record was adopted. */
    static boolean isNowhere(Request request, Optional<CardRef> card) {
        return request.ask().isEmpty() && card.isEmpty();
    }

    // What became of it since changes the card, and not the request; where no card is, nobody needs to be told by one.
    private static boolean isShown(Notice notice, Request request, Optional<CardRef> card) {
        if (isNowhere(request, card)) {
            return true;
        }
        return notice.details().containsKey(Detail.AGAIN)
                ? card.isEmpty()
                : card.filter(shown -> shown.shown() >= request.version()).isPresent();
    }

    // What a waiting request shows of its rule is what will decide, and not what was so when it was asked.
    private Request asDecided(Request request) {
        return request.stage().state() == RequestState.PENDING
                ? rules.rule(request.change()).map(request::under).orElse(request)
                : request;
    }

    // Once it is over, another notice says how; that it waits would be untrue.
    private static Optional<Request> goesOn(Request request) {
        return Optional.of(request).filter(r -> !r.stage().state().isFinal());
    }

    // Its write may have been found since.
    private static Optional<Request> failed(Request request) {
        return Optional.of(request).filter(r -> r.stage().state() == RequestState.FAILED);
    }

    private static Optional<Request> waits(Request request) {
        return Optional.of(request).filter(r -> r.stage().state() == RequestState.PENDING);
    }

    private static Optional<Message> toRequester(Request request, Optional<CardRef> card, Note note) {
        return request.ask().map(ask -> new Message.Private(request, ask.requester(), card, note));
    }

    private Optional<Message> granted(Request request, Optional<CardRef> card) {
        return Claims.given(request)
                .flatMap(held -> snippet(request)
                        .flatMap(snippet -> toRequester(request, card, new Note.Granted(held, snippet))));
    }

    private Optional<LoginSnippet> snippet(Request request) {
        Target target = request.change().target();
        return request.change()
                .edit()
                .granted()
                .map(grant -> LoginSnippet.of(
                        target,
                        grant.access(),
                        RepositoryFacts.of(target, policies).newestImageTag()));
    }
}
