package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the message of a notice, with everything that is needed to write it, as things are now. Thread-safe. */
final class Composer {
    private static final Set<Notice.Kind> TOGETHER =
            EnumSet.of(Notice.Kind.ASKED, Notice.Kind.DENIED, Notice.Kind.EXPIRED);

    private static final Set<Notice.Kind> LATE = EnumSet.of(Notice.Kind.REMINDER, Notice.Kind.ESCALATED);

    /** How long a card waits for the one that it belongs below, which may be lost. */
    private static final Duration COMMON_CARD = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Policies policies;
    private final CardMaker cards;
    private final RuleForChange rules;
    private final Clock clock;

    Composer(Policies policies, FallbackCard fallbackCard, RuleForChange rules, Clock clock) {
        this.policies = policies;
        this.cards = new CardMaker(fallbackCard, rules);
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

    CardMaker cards() {
        return cards;
    }

    /**
     * Returns until when this is to be held: nobody is called late, or again, outside the hours of the rule that decides; and a card
     * that belongs below a common one waits a while for that.
     */
    Optional<Instant> heldUntil(LedgerTransaction transaction, Notice notice, Request request) {
        Instant now = clock.instant();
        if (notice.kind() == Notice.Kind.CARD) {
            boolean waits = now.isBefore(notice.createdAt().plus(COMMON_CARD))
                    && transaction
                            .bundles()
                            .of(request.id())
                            .filter(bundle -> bundle.card().isEmpty())
                            .isPresent();
            return Optional.of(now.plus(SOON)).filter(at -> waits);
        }
        return LATE.contains(notice.kind()) && request.stage().state() == RequestState.PENDING
                ? Optional.of(calling(request).from(now)).filter(now::isBefore)
                : Optional.empty();
    }

    private Calling calling(Request request) {
        return rules.rule(request.change())
                .map(Rule::handling)
                .orElse(Handling.USUAL)
                .calling();
    }

    // What was recorded again without its owner has nobody to be told, and machines ask how things are.
    private static boolean isToNobody(Message message) {
        return message instanceof Message.Private told
                && (told.to().equals(PersonId.UNKNOWN) || told.to().isMachine());
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
            case CARD -> cards.card(transaction, notice, request, own);
            case BUNDLE_CARD -> bundle.flatMap(each -> cards.common(transaction, notice, each));
            case GRANTED -> granted(request, card);
            case REVOKED -> Claims.taken(request).flatMap(taken -> toRequester(request, card, new Note.Revoked(taken)));
            case DENIED -> toRequester(request, card, new Note.Denied());
            case DENIAL_REASON -> toRequester(request, card, reason(notice));
            case DENIAL_EXPLAINED -> explained(notice, request, card);
            case FAILED -> failed(request).flatMap(r -> toRequester(r, card, failed(transaction, r)));
            case BELATED -> toRequester(request, card, new Note.Belated());
            case EXPIRED -> toRequester(request, card, new Note.Expired(AuditEvents.typed(transaction, request.id())));
            case ASKED, REVISED, CALL, SHORTENED, HANDED_ON, REMINDER, ESCALATED ->
                new WaitingNews(parcel, card, rules.rule(request.change())).message();
            case EXTENDED -> Claims.given(request).flatMap(held -> toRequester(request, card, new Note.Extended(held)));
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
            case COMMENTED -> card.flatMap(ref -> Commented.of(notice, request, ref));
            case COMMENT_TOLD -> Commented.told(notice).flatMap(told -> toRequester(request, card, told));
            case GLASS_BROKEN, RECORD_LOST -> Optional.of(toChannel(notice, request));
        };
    }

    private static Message toChannel(Notice notice, Request request) {
        return notice.kind() == Notice.Kind.RECORD_LOST
                ? RecordLost.of(request, notice.details())
                : new GlassBroken(request, notice.details().getOrDefault(Detail.CHANNEL, ""));
    }

    /** What was asked for at once is told of once, whoever of it leads. */
    private static Optional<Message> together(LedgerTransaction transaction, Notice notice, Bundle bundle) {
        List<Request> members = bundle.all(transaction);
        RequestState state = members.get(0).stage().state();
        boolean still = (notice.kind() == Notice.Kind.ASKED) == (state == RequestState.PENDING);
        return still ? toRequester(members.get(0), bundle.card(), new Note.Together(members)) : Optional.empty();
    }

    private static Note reason(Notice notice) {
        return new Note.DenialReason(notice.details().getOrDefault(Detail.REASON, ""));
    }

    private static Optional<Message> explained(Notice notice, Request request, Optional<CardRef> card) {
        String why = notice.details().getOrDefault(Detail.REASON, "");
        return card.map(ref -> new DenialExplained(request, ref, why));
    }

    // Its write may have been found since.
    private static Note failed(LedgerTransaction transaction, Request request) {
        return new Note.Failed(CardHistory.covering(transaction.events().of(request.id())));
    }

    private static Optional<Request> failed(Request request) {
        return Optional.of(request).filter(r -> r.stage().state() == RequestState.FAILED);
    }

    static Optional<Message> toRequester(Request request, Optional<CardRef> card, Note note) {
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
