package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.WhoseRequests;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.judge.WaitingRequests;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.ledger.UnreadableRow;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists requests. */
final class RequestLists {
    private static final Duration SOON = Duration.ofDays(7);
    private static final int MOST_ENDING = 10_000;

    private final Ledger ledger;
    private final WaitingRequests waiting;
    private final ViewerCheck viewers;
    private final Map<String, AccountId> accounts;
    private final Clock clock;

    /** @param accounts the names that people know accounts by */
    RequestLists(
            Ledger ledger, Directory directory, ViewerCheck viewers, Map<String, AccountId> accounts, Clock clock) {
        this.viewers = viewers;
        this.ledger = ledger;
        this.waiting = new WaitingRequests(ledger, directory);
        this.accounts = accounts;
        this.clock = clock;
    }

    Answer.RequestList of(PersonId person, Command.Requests command) {
        String question = new Command.Requests(command.scope(), command.word(), 1).text();
        if (command.scope() == WhoseRequests.FOR_ME) {
            List<Request> all = waiting.of(person, words(command.word()));
            return cut(command, question, all);
        }
        if (command.scope() == WhoseRequests.ENDING) {
            return ending(person, command, question);
        }
        var filter = new RequestFilter(
                Optional.of(person).filter(one -> command.scope() == WhoseRequests.MINE),
                Optional.empty(),
                words(command.word()),
                command.scope() != WhoseRequests.PENDING);
        if (command.scope() != WhoseRequests.MINE && viewers.isNarrow()) {
            List<Request> all =
                    ledger
                            .transact(transaction -> transaction.requests().matching(filter, WaitingRequests.MOST))
                            .stream()
                            .filter(request -> mayLook(person, request))
                            .toList();
            return cut(command, question, all);
        }
        var paging = Paging.counted(
                question,
                command.page(),
                most -> ledger.transact(transaction -> transaction.requests().count(filter, most)));
        return list(
                command,
                ledger.transact(transaction -> transaction.requests().matching(filter, paging.before(), Paging.SIZE)),
                paging,
                search(command, filter));
    }

    private Optional<Search> search(Command.Requests command, RequestFilter filter) {
        return command.word().map(word -> {
            if (!filter.decided()) {
                return new Search(word, 0);
            }
            int most = RequestFilter.SEARCHED + Paging.COUNTED;
            long all = ledger.transact(transaction -> transaction.requests().count(filter.wordless(), most + 1));
            return new Search(word, Math.max(0, Math.min(all, most) - RequestFilter.SEARCHED), all > most);
        });
    }

    private boolean mayLook(PersonId person, Request request) {
        return request.maker().equals(Optional.of(person))
                || mayLook(person, request.change().registry(), request.change().target());
    }

    private boolean mayLook(PersonId person, String registry, Target target) {
        return !viewers.isNarrow() || viewers.refusal(person, registry, target).isEmpty();
    }

    private Answer.RequestList ending(PersonId person, Command.Requests command, String question) {
        Instant now = clock.instant();
        var soon = new Grants.Soon(now, now.plus(SOON), words(command.word()));
        if (viewers.isNarrow()) {
            List<Grants.Ending> told = told(person, soon, Paging.most(command.page()) + 1);
            var paging = Paging.counted(question, command.page(), most -> told.size());
            return ledger.transact(transaction -> ending(transaction, command, paging.cut(told), paging));
        }
        return ledger.transact(transaction -> {
            Grants grants = transaction.grants();
            var paging = Paging.counted(question, command.page(), most -> grants.countEnding(soon, most));
            return ending(transaction, command, grants.ending(soon, paging.before(), Paging.SIZE), paging);
        });
    }

    // Nobody is asked who may look while the transaction lasts. Mostly the first are enough.
    private List<Grants.Ending> told(PersonId person, Grants.Soon soon, int most) {
        List<Grants.Ending> first =
                ledger.transact(transaction -> transaction.grants().ending(soon, 0, most));
        List<Grants.Ending> told = told(person, first);
        return told.size() == most || first.size() < most
                ? told
                : told(
                        person,
                        ledger.transact(transaction -> transaction.grants().ending(soon, 0, MOST_ENDING)));
    }

    private List<Grants.Ending> told(PersonId person, List<Grants.Ending> soon) {
        return soon.stream()
                .filter(grant -> person.equals(grant.requester()) || mayLook(person, grant.registry(), grant.target()))
                .toList();
    }

    private static Answer.RequestList ending(
            LedgerTransaction transaction, Command.Requests command, List<Grants.Ending> page, Paging paging) {
        List<Request> requests = page.stream()
                .flatMap(grant -> transaction.requests().find(grant.id().request()).stream())
                .toList();
        return list(transaction, command, requests, paging, whole(command));
    }

    private Answer.RequestList cut(Command.Requests command, String question, List<Request> all) {
        var paging = new Paging(question, command.page(), all.size());
        return list(command, paging.cut(all), paging, whole(command));
    }

    private static Optional<Search> whole(Command.Requests command) {
        return command.word().map(word -> new Search(word, 0));
    }

    private Answer.RequestList list(
            Command.Requests command, List<Request> page, Paging paging, Optional<Search> search) {
        return ledger.transact(transaction -> list(transaction, command, page, paging, search));
    }

    private static Answer.RequestList list(
            LedgerTransaction transaction,
            Command.Requests command,
            List<Request> page,
            Paging paging,
            Optional<Search> search) {
        List<Optional<CardRef>> cards = page.stream()
                .map(request -> Bundle.shown(transaction, request.id()))
                .toList();
        var ends = new HashMap<RequestId, Instant>();
        page.forEach(request -> end(transaction, request.id()).ifPresent(end -> ends.put(request.id(), end)));
        return new Answer.RequestList(command.scope(), search, page, cards, ends, paging);
    }

    private static Optional<Instant> end(LedgerTransaction transaction, RequestId request) {
        try {
            return transaction
                    .grants()
                    .find(new GrantId(request))
                    .filter(grant -> grant.state() != Grant.State.ENDED)
                    .flatMap(Grant::until);
        } catch (UnreadableRow e) {
            // The list of the others is worth more than this one's end.
            return Optional.empty();
        }
    }

    /** A word, and the id of the account that it stands for. */
    private Set<String> words(Optional<String> typed) {
        var words = new HashSet<String>();
        typed.ifPresent(word -> {
            words.add(word);
            accounts.forEach((name, id) -> {
                if (name.equalsIgnoreCase(word)) {
                    words.add(id.value());
                }
            });
        });
        return words;
    }
}
