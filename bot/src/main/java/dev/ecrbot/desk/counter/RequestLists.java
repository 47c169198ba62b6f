package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Scope;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.judge.WaitingRequests;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.rules.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists requests. */
final class RequestLists {
    private final Ledger ledger;
    private final WaitingRequests waiting;
    private final ViewerCheck viewers;
    private final Map<String, AccountId> accounts;

    /** @param accounts the names that people know accounts by */
    RequestLists(Ledger ledger, Directory directory, ViewerCheck viewers, Map<String, AccountId> accounts) {
        this.viewers = viewers;
        this.ledger = ledger;
        this.waiting = new WaitingRequests(ledger, directory);
        this.accounts = accounts;
    }

    Answer.RequestList of(PersonId person, Command.Requests command) {
        String question = new Command.Requests(command.scope(), command.word(), 1).text();
        if (command.scope() == Scope.FOR_ME) {
            List<Request> all = waiting.of(person, words(command.word()));
            return cut(command, question, all);
        }
        var filter = new RequestFilter(
                Optional.of(person).filter(one -> command.scope() == Scope.MINE),
                Optional.empty(),
                words(command.word()),
                command.scope() != Scope.PENDING);
        if (command.scope() != Scope.MINE && viewers.isNarrow()) {
            List<Request> all =
                    ledger
                            .transact(transaction -> transaction.requests().matching(filter, WaitingRequests.MOST))
                            .stream()
                            .filter(request -> mayLook(person, request))
                            .toList();
            return cut(command, question, all);
        }
        long total = ledger.transact(transaction -> transaction.requests().count(filter));
        var paging = new Paging(question, command.page(), total);
        return list(
                command,
                ledger.transact(transaction -> transaction.requests().matching(filter, paging.before(), Paging.SIZE)),
                paging,
                unsearched(filter));
    }

    private long unsearched(RequestFilter filter) {
        if (filter.words().isEmpty() || !filter.decided()) {
            return 0;
        }
        long all = ledger.transact(transaction -> transaction.requests().count(filter.wordless()));
        return Math.max(0, all - RequestFilter.SEARCHED);
    }

    private boolean mayLook(PersonId person, Request request) {
        return request.maker().equals(Optional.of(person))
                || viewers.refusal(
                                person,
                                request.change().registry(),
                                request.change().target())
                        .isEmpty();
    }

    private Answer.RequestList cut(Command.Requests command, String question, List<Request> all) {
        var paging = new Paging(question, command.page(), all.size());
        return list(command, paging.cut(all), paging, 0);
    }

    private Answer.RequestList list(Command.Requests command, List<Request> page, Paging paging, long unsearched) {
        return ledger.transact(transaction -> {
            List<Optional<CardRef>> cards = page.stream()
                    .map(request -> Bundle.shown(transaction, request.id()))
                    .toList();
            Optional<Search> search = command.word().map(word -> new Search(word, unsearched));
            return new Answer.RequestList(command.scope(), search, page, cards, paging);
        });
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
