package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
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
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;

/** Answers what changes nothing: status, lists, logins, help. */
final class Lookups {
    private final Policies policies;
    private final RecordedRefusals refusals;
    private final Suggestions suggestions;
    private final HelpText helpText;
    private final Status status;
    private final AccessCatalogue accesses;
    private final RequestLists requests;
    private final ViewerCheck viewers;
    private final PolicyLint lint;
    private final NextSteps nextSteps;

    Lookups(BackOffice office, Names names, NextSteps nextSteps, BotConfig config, Clock clock) {
        this.policies = office.live().policies();
        this.refusals = office.judging().refusals();
        this.helpText = new HelpText(names);
        this.accesses = names.accesses();
        this.status = new Status(office.ledger(), policies, accesses.actions(), clock);
        this.suggestions = office.live().suggestions();
        this.viewers = office.judging().viewers();
        this.requests = new RequestLists(office.ledger(), office.directory(), viewers, config.accounts());
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
        PolicyDocument live = ref.target() instanceof Repository repository
                ? read(new RepositoryRef(ref.registry(), repository))
                : policies.read(ref.target().holder());
        Answer.Status found = ref.target() instanceof Repository repository
                ? status.of(repository, live)
                : status.of((MatchingRepositories) ref.target(), live);
        return found.with(
                        lint.of(live, ref.target().holder()),
                        nextSteps.of(asker.person(), found.grants(), live),
                        nextSteps.takeOvers().of(asker.person(), ref, found.lines()))
                .narrowed(command.word());
    }

    Answer login(Asker asker, Command.Login command) {
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
