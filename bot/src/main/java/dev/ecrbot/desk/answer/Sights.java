package dev.ecrbot.desk.answer;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Reads live what decides about a repository. Thread-safe. */
final class Sights {
    private final Policies policies;
    private final BotConfig config;
    private final Clock clock;

    Sights(Policies policies, BotConfig config, Clock clock) {
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the name of the registry; empty if the bot isn't set up to look at repositories there. */
    Optional<String> registry(Repository repository) {
        return config.registries().stream()
                .filter(registry -> registry.account().equals(repository.account())
                        && registry.regions().contains(repository.region()))
                .map(Registry::name)
                .findFirst();
    }

    /**
     * Reads the policies of the repository and its registry; a repository that isn't there is no failure.
     *
     * @throws ProblemException if the repository's policy can't be read
     */
    Sight of(Repository repository) {
        Optional<PolicyDocument> own = own(repository);
        return new Sight(
                repository,
                own.isPresent(),
                own.orElse(PolicyDocument.empty()),
                RegistrySide.read(policies, repository),
                own.map(policy -> policies.facts(repository).tags()).orElse(Map.of()),
                config.knownOrganizations(),
                clock.instant());
    }

    private Optional<PolicyDocument> own(Repository repository) {
        try {
            return Optional.of(policies.read(repository));
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
