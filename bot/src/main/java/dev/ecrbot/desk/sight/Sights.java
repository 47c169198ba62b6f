package dev.ecrbot.desk.sight;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what decides about a repository: in the index, or live. Thread-safe. */
public final class Sights {
    private final Policies policies;
    private final FleetSights fleet;
    private final BotConfig config;
    private final Clock clock;

    /** Returns one that reads these policies, and has this to look at beside. */
    public Sights(Policies policies, FleetSights fleet, BotConfig config, Clock clock) {
        this.policies = policies;
        this.fleet = fleet;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the name of the registry; empty if the bot isn't set up to look at repositories there. */
    public Optional<String> registry(Repository repository) {
        return config.registries().stream()
                .filter(registry -> registry.account().equals(repository.account())
                        && registry.regions().contains(repository.region()))
                .map(Registry::name)
                .findFirst();
    }

    /** Returns what a repository of this name would get from creation templates if it were made anew, as the index has them. */
    public List<Birth> births(Repository repository) {
        return fleet.births(repository);
    }

    /** Returns when what {@link #births} and {@link #copies} tell was read, as far as it is known. */
    public Optional<Instant> aroundSince(Repository repository) {
        return fleet.aroundSince(repository);
    }

    /** Returns where the repository's images go and come from by replication, as the index has it. */
    public Copies copies(Repository repository) {
        return fleet.copies(repository);
    }

    /**
     * Returns the repository as the index has it, and as {@link #live} does where the index doesn't have it, or not all that
     * decides about it.
     *
     * @param fresh whether it is to be read live whatever the index has
     */
    public Sight of(Repository repository, boolean fresh) {
        return fresh ? live(repository) : fleet.find(repository).orElseGet(() -> live(repository));
    }

    /**
     * Reads the policies of the repository and its registry; a repository that isn't there is no failure.
     *
     * @throws ProblemException if the repository's policy can't be read
     */
    public Sight live(Repository repository) {
        Optional<PolicyDocument> own = own(repository);
        return new Sight(
                repository,
                own.isPresent(),
                own.orElse(PolicyDocument.empty()),
                RegistrySide.read(policies, repository),
                own.map(policy -> policies.facts(repository).tags()).orElse(Map.of()),
                config.knownOrganizations(),
                clock.instant(),
                Optional.empty());
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
