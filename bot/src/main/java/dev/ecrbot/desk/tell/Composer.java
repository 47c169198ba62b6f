package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the message of a notice, with everything that is needed to write it, as things are now. Thread-safe. */
final class Composer {
    private static final Set<Notice.Kind> TOGETHER =
            EnumSet.of(Notice.Kind.ASKED, Notice.Kind.DENIED, Notice.Kind.EXPIRED);

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

    /** Returns until when this is to be held: nobody is reminded outside the hours of the rule that decides. */
    Optional<Instant> heldUntil(Notice notice, Request request) {
        Instant now = clock.instant();
        return notice.kind() == Notice.Kind.REMINDER && request.stage().state() == RequestState.PENDING
                ? rules.rule(request.change())
                        .map(rule -> rule.handling().calling().from(now))
                        .filter(now::isBefore)
                : Optional.empty();
    }

    // What was recorded again without its owner has nobody to be told.
    private static boolean isToNobody(Message message) {
        return message instanceof Message.Private told && told.to().equals(PersonId.UNKNOWN);
    }

    private Optional<Message> composed(Parcel parcel) {
        LedgerTransaction transaction = parcel.transaction();
        Notice notice = parcel.notice();
        Request request = parcel.request();
        Optional<CardRef> own = parcel.card();
        Optional<Bundle> bundle = transaction.bundles().of(request.id());
        return bundle.isPresent() && own.isEmpty() && TOGETHER.contains(notice.kind())
                ? together(transaction, notice, bundle.get())
                : composed(parcel, own, bundle);
    }

    private Optional<Message> composed(Parcel parcel, Optional<CardRef> own, Optional<Bundle> bundle) {
        LedgerTransaction transaction = parcel.transaction();
        Notice notice = parcel.notice();
        Request request = parcel.request();
        // What became of it is told where it is shown: on the common card as long as it has none of its own.
        Optional<CardRef> card = own.or(() -> bundle.flatMap(Bundle::card));
        return switch (notice.kind()) {
            case CARD ->
                isShown(notice, request, own) ? Optional.empty() : Optional.of(card(transaction, request, own));
            case BUNDLE_CARD -> bundle.flatMap(each -> bundleCard(transaction, each));
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
                CardHistory.of(transaction, request),
                transaction.bundles().of(request.id()).flatMap(Bundle::card));
    }

    /** What was asked for at once is told of once, whoever of it leads. */
    private static Optional<Message> together(LedgerTransaction transaction, Notice notice, Bundle bundle) {
        List<Request> members = bundle.all(transaction);
        RequestState state = members.get(0).stage().state();
        boolean still = (notice.kind() == Notice.Kind.ASKED) == (state == RequestState.PENDING);
        return still ? toRequester(members.get(0), bundle.card(), new Note.Together(members)) : Optional.empty();
    }

    private Optional<Message> bundleCard(LedgerTransaction transaction, Bundle bundle) {
        List<Request> members =
                bundle.all(transaction).stream().map(this::asDecided).toList();
        List<Approval> approvals = bundle.together(transaction).stream()
                .findFirst()
                .map(request -> transaction.requests().approvals(request.id(), 1))
                .orElse(List.of());
        var message = new BundleCard(members, approvals, bundle.card());
        return bundle.card().filter(shown -> shown.shown() >= message.version()).isPresent()
                ? Optional.empty()
                : Optional.of(message);
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
