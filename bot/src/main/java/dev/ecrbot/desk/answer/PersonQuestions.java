package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.judge.WaitingRequests;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.RuleStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a person asked for, and how things are for them. */
final class PersonQuestions {
    /** So many are looked through where the asker isn't told of all. */
    private static final int MOST = 1_000;

    private static final int PART = 50;

    /** One more than are counted, so that it is known whether there are more. */
    private static final int SHOWN = HomePage.MOST + 1;

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
        if (!whom.equals(asker) && viewers.isNarrow()) {
            return narrow(asker, whom, filter, new Paging(question, asked.page(), 0));
        }
        return ledger.transact(transaction -> {
            var paging = Paging.counted(
                    question, asked.page(), most -> transaction.requests().count(filter, most));
            return told(
                    transaction, whom, transaction.requests().matching(filter, paging.before(), Paging.SIZE), paging);
        });
    }

    /** Of those that the asker is told of; a part at a time, since each has two policies with it. */
    private PersonsAccess narrow(PersonId asker, PersonId whom, RequestFilter filter, Paging wanted) {
        var page = new ArrayList<Request>();
        int told = 0;
        List<Request> part = List.of();
        for (int from = 0; from < MOST && (from == 0 || part.size() == PART); from += PART) {
            int before = from;
            part = ledger.transact(transaction -> transaction.requests().matching(filter, before, PART));
            for (Request request : part) {
                boolean shown = viewers.refusal(
                                asker,
                                request.change().registry(),
                                request.change().target())
                        .isEmpty();
                if (shown && told >= wanted.before() && page.size() < Paging.SIZE) {
                    page.add(request);
                }
                told += shown ? 1 : 0;
            }
        }
        var paging = new Paging(wanted.question(), wanted.page(), told);
        return ledger.transact(transaction -> told(transaction, whom, page, paging));
    }

    private static PersonsAccess told(LedgerTransaction transaction, PersonId whom, List<Request> page, Paging paging) {
        Map<RequestId, List<Event>> events =
                transaction.events().of(page.stream().map(Request::id).toList());
        return new PersonsAccess(
                whom,
                page.stream()
                        .map(request ->
                                Records.chapter(transaction, request, events.getOrDefault(request.id(), List.of())))
                        .toList(),
                paging);
    }

    /** Tells somebody how things are for them. */
    HomePage home(PersonId person) {
        List<Request> decides = waiting.of(person, Set.of());
        var undecided = new RequestFilter(Optional.of(person), Optional.empty(), Set.of(), false);
        List<RuleStanding> asks = rules.whoAmI(person).rules().stream()
                .filter(standing -> standing.asks() != Membership.NO)
                .toList();
        return ledger.transact(transaction -> new HomePage(
                person,
                entries(transaction, decides),
                entries(transaction, asked(transaction, person, undecided)),
                transaction.grants().heldBy(person, SHOWN),
                asks,
                index.coverage()));
    }

    /** What waits for a decision, and what was approved and isn't in effect yet, which may take a while where AWS doesn't answer. */
    private static List<Request> asked(LedgerTransaction transaction, PersonId person, RequestFilter undecided) {
        var all = new ArrayList<>(transaction.requests().underWay(person, SHOWN));
        all.addAll(transaction.requests().matching(undecided, SHOWN));
        return all;
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
