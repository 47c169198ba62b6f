package dev.ecrbot.desk;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.HelpText;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.Scope;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Holding;
import dev.ecrbot.policy.Holdings;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers what changes nothing: status, lists, logins, help. */
final class Telling {
    private static final int LISTED = 20;

    private final Ledger ledger;
    private final Policies policies;
    private final Gate gate;
    private final Suggestions suggestions;
    private final HelpText helpText;

    Telling(Ledger ledger, Policies policies, Gate gate, BotConfig config, HelpText helpText) {
        this.ledger = ledger;
        this.policies = policies;
        this.gate = gate;
        this.helpText = helpText;
        this.suggestions = new Suggestions(policies, config);
    }

    Answer tell(Asker asker, Command command) {
        if (command instanceof Command.Help help) {
            return new Answer.Help(helpText.page(help.command()));
        }
        gate.member(asker.person());
        if (command instanceof Command.Status status) {
            return status(status.repository());
        }
        if (command instanceof Command.Login login) {
            return login(login.repository());
        }
        return list(asker, ((Command.Requests) command).scope());
    }

    private Answer status(RepositoryRef ref) {
        Repository repository = ref.repository();
        PolicyDocument live = read(ref);
        return ledger.transact(books -> {
            List<Grant> standing = books.grants().standing(repository);
            var owned = standing.stream().map(Grant::owned).collect(Collectors.toUnmodifiableSet());
            List<Answer.Line> lines = Holdings.of(
                            live, owned, repository.region().partition())
                    .stream()
                    .map(holding -> new Answer.Line(holding, behind(holding, standing)))
                    .toList();
            List<Request> open = books.requests().pending(200).stream()
                    .filter(request -> request.change().target().equals(repository))
                    .toList();
            return new Answer.Status(repository, lines, missing(lines, standing), open);
        });
    }

    private static List<Grant> behind(Holding holding, List<Grant> standing) {
        if (!holding.ours()) {
            return List.of();
        }
        return standing.stream()
                .filter(grant -> grant.principal().equals(holding.principal()))
                .filter(grant -> holding.actions().equals(grant.access().actions()))
                .filter(grant -> holding.until().isEmpty() || grant.until().equals(holding.until()))
                .toList();
    }

    private static List<String> missing(List<Answer.Line> lines, List<Grant> standing) {
        return standing.stream()
                .filter(grant -> lines.stream().noneMatch(line -> line.grants().contains(grant)))
                .map(grant -> grant.access() + " for " + grant.principal().text() + " (" + grant.id()
                        + ") was given by ecr-bot, but isn't in the policy as it was written.")
                .toList();
    }

    private Answer login(RepositoryRef ref) {
        read(ref);
        RepositoryFacts facts = policies.facts(ref.repository());
        return new Answer.Login(LoginSnippet.of(ref.repository(), Access.PULL, facts.newestImageTag()));
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

    private Answer list(Asker asker, Scope scope) {
        return ledger.transact(books -> {
            boolean mine = scope == Scope.MINE;
            List<Request> requests = mine
                    ? books.requests().of(asker.person(), LISTED)
                    : books.requests().pending(LISTED);
            List<Optional<CardRef>> cards = requests.stream()
                    .map(request -> books.requests().card(request.id()))
                    .toList();
            return new Answer.RequestList(mine, requests, cards);
        });
    }
}
