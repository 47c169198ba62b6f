package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.judge.WaitingRequests;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.RuleStanding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a person asked for, and how things are for them. */
final class PersonQuestions {
    /** So many are looked through where the asker isn't told of all. */
    private static final int MOST = 1_000;

    /** So many of each kind stand on a Home tab. */
    private static final int SHOWN = 50;

    private final Ledger ledger;
    private final ViewerCheck viewers;
    private final WaitingRequests waiting;
    private final RuleQuestions rules;
    private final FleetIndex index;

    PersonQuestions(
            Ledger ledger, ViewerCheck viewers, WaitingRequests waiting, RuleQuestions rules, FleetIndex index) {
        this.waiting = waiting;
        this.rules = rules;
        this.index = index;
        this.ledger = ledger;
        this.viewers = viewers;
    }

    PersonsAccess access(PersonId asker, FleetInquiry.OfPerson asked) {
        var whom = new PersonId(asker.team(), asked.user());
        var filter = new RequestFilter(Optional.of(whom), Optional.empty(), Set.of());
        String question = new FleetInquiry.OfPerson(asked.user(), 1).text();
        boolean all = whom.equals(asker) || !viewers.isNarrow();
        return ledger.transact(transaction -> {
            List<Request> told = all
                    ? List.of()
                    : transaction.requests().matching(filter, MOST).stream()
                            .filter(request -> viewers.refusal(
                                            asker,
                                            request.change().registry(),
                                            request.change().target())
                                    .isEmpty())
                            .toList();
            var paging = new Paging(
                    question, asked.page(), all ? transaction.requests().count(filter) : told.size());
            List<Request> page =
                    all ? transaction.requests().matching(filter, paging.before(), Paging.SIZE) : paging.cut(told);
            return new PersonsAccess(
                    whom,
                    page.stream()
                            .map(request -> Records.chapter(transaction, request))
                            .toList(),
                    paging);
        });
    }

    /** Tells somebody how things are for them. */
    HomePage home(PersonId person) {
        List<Request> decides = waiting.of(person, Set.of());
        var mine = new RequestFilter(Optional.of(person), Optional.empty(), Set.of(), false);
        List<RuleStanding> asks = rules.whoAmI(person).rules().stream()
                .filter(standing -> standing.asks() != Membership.NO)
                .toList();
        return ledger.transact(transaction -> new HomePage(
                person,
                entries(transaction, decides),
                entries(transaction, transaction.requests().matching(mine, SHOWN)),
                transaction.grants().heldBy(person, SHOWN),
                asks,
                index.coverage()));
    }

    private static List<HomePage.Entry> entries(LedgerTransaction transaction, List<Request> requests) {
        return requests.stream()
                .flatMap(request -> entry(transaction, request).stream())
                .limit(SHOWN)
                .toList();
    }

    /** What is decided on at once stands there once, whoever of it leads. */
    private static Optional<HomePage.Entry> entry(LedgerTransaction transaction, Request request) {
        Optional<Bundle> together = Bundle.waiting(transaction, request);
        int many = together.map(bundle -> bundle.members().size()).orElse(1);
        return together.filter(bundle -> !bundle.isLedBy(request.id())).isPresent()
                ? Optional.empty()
                : Optional.of(new HomePage.Entry(request, Bundle.shown(transaction, request.id()), many));
    }
}
