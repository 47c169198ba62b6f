package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Login;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.help.HelpText;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyLint;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.Suggestions;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.sight.Sight;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers what changes nothing: status, lists, logins, help. */
final class Lookups {
    private final Policies policies;
    private final RecordedRefusals refusals;
    private final Suggestions suggestions;
    private final HelpText helpText;
    private final Sights sights;
    private final Status status;
    private final AccessCatalogue accesses;
    private final RequestLists requests;
    private final ViewerCheck viewers;
    private final PolicyLint lint;
    private final NextSteps nextSteps;

    Lookups(BackOffice office, Names names, Sights sights, NextSteps nextSteps, BotConfig config, Clock clock) {
        this.policies = office.live().policies();
        this.refusals = office.judging().refusals();
        this.helpText = new HelpText(names);
        this.accesses = names.accesses();
        this.sights = sights;
        this.status = new Status(office.ledger(), policies, sights, accesses.actions(), clock);
        this.suggestions = office.live().suggestions();
        this.viewers = office.judging().viewers();
        this.requests =
                new RequestLists(office.ledger(), office.lookups().directory(), viewers, config.accounts(), clock);
        this.lint = new PolicyLint(config, clock);
        this.nextSteps = nextSteps;
    }

    /** Tells what can be typed; to everybody, since it says nothing of anything else. */
    Answer help(Command.Help command) {
        return new Answer.Help(helpText.page(command.command()));
    }

    Answer status(Asker asker, Command.Status command) {
        refusals.member(asker.person());
        TargetRef ref = command.target();
        viewers.check(asker.person(), ref.registry(), ref.target());
        return ref.target() instanceof Repository repository
                ? status(asker, command, repository)
                : status(asker, command, (MatchingRepositories) ref.target());
    }

    private Answer.Status status(Asker asker, Command.Status command, MatchingRepositories some) {
        PolicyDocument live = policies.read(some.holder());
        return told(asker, command, status.of(some, live), live, Optional.empty());
    }

    private Answer.Status status(Asker asker, Command.Status command, Repository repository) {
        Status.Told told = status.of(repository, command.fresh());
        Sight sight = told.sight();
        if (!sight.exists()) {
            // Says which repository may have been meant.
            read(new RepositoryRef(command.target().registry(), repository));
        }
        var age = sight.indexed().map(read -> new Age(read, command.live().text()));
        return told(asker, command, told.status(), sight.own(), age);
    }

    private Answer.Status told(
            Asker asker, Command.Status command, Answer.Status found, PolicyDocument policy, Optional<Age> age) {
        TargetRef ref = command.target();
        return found.told(new StatusExtras(
                new StatusExtras.View(command.word(), command.first().text(), command.page()),
                age,
                ref.target() instanceof Repository repository ? sights.births(repository) : List.of(),
                ref.target() instanceof Repository repository ? sights.copies(repository) : Copies.NONE,
                ref.target() instanceof Repository repository ? sights.aroundSince(repository) : Optional.empty(),
                lint.of(policy, ref.target().holder()),
                nextSteps.of(asker.person(), StatusLine.grants(found.lines()), policy),
                nextSteps.takeOvers().of(asker.person(), ref, found.lines())));
    }

    Answer login(Asker asker, Login command) {
        refusals.member(asker.person());
        Target target = command.target().target();
        viewers.check(asker.person(), command.target().registry(), target);
        if (target instanceof Repository repository) {
            // Nobody is told how to log in to what isn't there.
            read(new RepositoryRef(command.target().registry(), repository));
        }
        RepositoryFacts facts = RepositoryFacts.of(target, policies);
        return new Answer.Login(LoginSnippet.of(target, accesses.pulling(), facts.newestImageTag()), command.tool());
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
        return requests.of(asker.person(), command);
    }
}
