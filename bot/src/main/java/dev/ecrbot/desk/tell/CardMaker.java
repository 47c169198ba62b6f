package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.Optional;

/** Makes cards, as things are now. Thread-safe. */
final class CardMaker {
    private final FallbackCard fallbackCard;
    private final RuleForChange rules;

    CardMaker(FallbackCard fallbackCard, RuleForChange rules) {
        this.fallbackCard = fallbackCard;
        this.rules = rules;
    }

    /** Returns the request's card, to be posted anew where it stands nowhere. */
    Message card(LedgerTransaction transaction, Request request, Optional<CardRef> posted) {
        Request shown = asDecided(request);
        return new Message.Card(
                shown,
                transaction
                        .requests()
                        .approvals(request.id(), request.revision().number()),
                posted,
                fallbackCard.of(transaction, request.id()),
                CardHistory.of(transaction, request),
                transaction.bundles().of(request.id()).flatMap(Bundle::card),
                Escalations.called(transaction, shown, rules.rule(request.change())));
    }

    /** Returns the card that this notice is for; nothing where it is shown already. */
    Optional<Message> card(LedgerTransaction transaction, Notice notice, Request request, Optional<CardRef> posted) {
        return isShown(notice, request, posted) ? Optional.empty() : Optional.of(card(transaction, request, posted));
    }

    /** Returns the common card that this notice is for; nothing where it is shown already. */
    Optional<Message> common(LedgerTransaction transaction, Notice notice, Bundle bundle) {
        List<Request> members =
                bundle.all(transaction).stream().map(this::asDecided).toList();
        List<Approval> approvals = bundle.together(transaction).stream()
                .findFirst()
                .map(request -> transaction.requests().approvals(request.id(), 1))
                .orElse(List.of());
        Request lead = members.get(0);
        Called called = Escalations.called(transaction, lead, rules.rule(lead.change()));
        var message = new BundleCard(members, approvals, bundle.card(), called);
        boolean again = notice.details().containsKey(Detail.AGAIN);
        return !again
                        && bundle.card()
                                .filter(shown -> shown.shown() >= message.version())
                                .isPresent()
                ? Optional.empty()
                : Optional.of(message);
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
}
