package dev.ecrbot.desk.reload;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the cards of requests that wait show what another configuration makes of them: who decides, and how many have to. */
record WaitingCards(Ledger ledger, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingCards.class);

    /** What a card shows of the rule that decides. */
    private record Shown(Optional<Ask> ask, Calling calling) {
        static Optional<Shown> of(Request request, Optional<Rule> rule) {
            return rule.map(found -> new Shown(
                    request.ask().map(ask -> ask.under(found)), found.handling().calling()));
        }
    }

    /** Has those shown again on which something differs. To be called once the desk goes by the configuration of now. */
    void showAgain(BotConfig before, BotConfig now) {
        var then = new RuleForChange(before, clock);
        var since = new RuleForChange(now, clock);
        List<RequestId> waiting =
                ledger.transact(transaction -> transaction.requests().in(Set.of(RequestState.PENDING)));
        Set<RequestId> shown = new HashSet<>();
        for (RequestId id : waiting) {
            try {
                ledger.record(transaction -> differing(transaction, id, then, since)
                        .filter(request -> shown.add(card(transaction, request)))
                        .ifPresent(request -> Bundle.calledAgain(transaction, request, clock.instant())));
            } catch (ProblemException | UnreadableRow e) {
                // One that can't be read keeps no other from being shown.
                LOG.warn("{}: its card can't be shown again now", id, e);
            }
        }
    }

    private static Optional<Request> differing(
            LedgerTransaction transaction, RequestId id, RuleForChange then, RuleForChange since) {
        return transaction
                .requests()
                .find(id)
                .filter(request -> request.stage().state() == RequestState.PENDING)
                .filter(request -> !Shown.of(request, then.rule(request.change()))
                        .equals(Shown.of(request, since.rule(request.change()))));
    }

    // Of those that wait together, one has the common card shown for all.
    private static RequestId card(LedgerTransaction transaction, Request request) {
        return Bundle.waiting(transaction, request).map(Bundle::lead).orElse(request.id());
    }
}
