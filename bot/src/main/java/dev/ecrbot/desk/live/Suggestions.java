package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RepositoryProblems;
import java.util.List;
import java.util.stream.Stream;

/** Says which repository may have been meant by one that isn't there: one of those of which every member is told. */
public final class Suggestions {
    private final Policies policies;
    private final BotConfig config;

    public Suggestions(Policies policies, BotConfig config) {
        this.policies = policies;
        this.config = config;
    }

    public Problem better(Problem problem, Change change) {
        return change.target() instanceof Repository repository
                ? better(problem, change.registry(), repository)
                : problem;
    }

    public Problem better(Problem problem, String registryName, Repository repository) {
        List<String> names = config.registries().stream()
                .filter(registry -> registry.name().equals(registryName))
                .flatMap(registry -> names(registry, repository))
                .toList();
        return Guess.near(repository.name().value(), names)
                .map(name -> RepositoryProblems.meant(problem, name))
                .orElse(problem);
    }

    private Stream<String> names(Registry registry, Repository repository) {
        return policies.names(registry, repository.region()).stream()
                .filter(name -> config.rules()
                        .tellsAll(registry.name(), new Repository(repository.account(), repository.region(), name)))
                .map(RepositoryName::value);
    }
}
