package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.HelpText;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.Scope;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.Suggestions;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers what changes nothing: status, lists, logins, help. */
final class Lookups {
    private static final int LISTED = 20;

    private final Ledger ledger;
    private final Policies policies;
    private final RecordedRefusals refusals;
    private final Suggestions suggestions;
    private final HelpText helpText;
    private final Map<String, AccountId> accounts;
    private final Status status;
    private final AccessCatalogue accesses;

    /** @param accounts the names that people know accounts by */
    Lookups(
            Ledger ledger,
            Live live,
            RecordedRefusals refusals,
            Names names,
            Map<String, AccountId> accounts,
            Clock clock) {
        this.ledger = ledger;
        this.policies = live.policies();
        this.refusals = refusals;
        this.helpText = new HelpText(names);
        this.accounts = accounts;
        this.accesses = names.accesses();
        this.status = new Status(ledger, live.policies(), accesses.actions(), clock);
        this.suggestions = live.suggestions();
    }

    /** Tells what can be typed; to everybody, since it says nothing of anything else. */
    Answer help(Command.Help command) {
        return new Answer.Help(helpText.page(command.command()));
    }

    Answer status(Asker asker, Command.Status command) {
        refusals.member(asker.person());
        TargetRef ref = command.target();
        if (ref.target() instanceof Repository repository) {
            return status.of(repository, read(new RepositoryRef(ref.registry(), repository)))
                    .narrowed(command.word());
        }
        return status.of((MatchingRepositories) ref.target()).narrowed(command.word());
    }

    Answer login(Asker asker, Command.Login command) {
        refusals.member(asker.person());
        RepositoryRef ref = command.repository();
        read(ref);
        RepositoryFacts facts = policies.facts(ref.repository());
        return new Answer.Login(LoginSnippet.of(ref.repository(), accesses.pulling(), facts.newestImageTag()));
    }

    private PolicyDocument read(RepositoryRef ref) {
        try {
            return policies.read(ref.repository());
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                throw new ProblemException(suggestions.better(e.problem(), ref.registry(), ref.repository()));
            }
            throw e;
        }
    }

    Answer requests(Asker asker, Command.Requests command) {
        refusals.member(asker.person());
        return ledger.transact(transaction -> {
            boolean mine = command.scope() == Scope.MINE;
            var filter = new RequestFilter(
                    Optional.of(asker.person()).filter(person -> mine), Optional.empty(), words(command.word()));
            List<Request> requests = transaction.requests().matching(filter, LISTED);
            long total = transaction.requests().count(filter);
            List<Optional<CardRef>> cards = requests.stream()
                    .map(request -> transaction.requests().card(request.id()))
                    .toList();
            return new Answer.RequestList(mine, command.word(), total, requests, cards);
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
