package dev.ecrbot.desk.sight;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedPolicy;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.index.RegistryFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What decides about repositories, as the index has it. Thread-safe. */
public final class FleetSights {
    private final FleetIndex index;
    private final BotConfig config;
    private final Clock clock;

    /** Returns what this index has. */
    public FleetSights(FleetIndex index, BotConfig config, Clock clock) {
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the repository; empty if it, or its registry as a whole, wasn't read, or not when it was tried last. */
    public Optional<Sight> find(Repository repository) {
        return index.find(repository)
                .filter(one -> one.trouble().isEmpty())
                .flatMap(one -> index.ruledSince(registryOf(repository))
                        .map(ruled -> sight(one, ruled.isBefore(one.read()) ? ruled : one.read())));
    }

    /** Returns this one, by what was read last of its registry. */
    public Sight of(IndexedRepository one) {
        return sight(one, one.read());
    }

    private Sight sight(IndexedRepository one, Instant indexed) {
        return new Sight(
                one.repository(),
                true,
                one.policy().document(),
                side(index.facts(registryOf(one.repository()))),
                one.tags(),
                config.knownOrganizations(),
                clock.instant(),
                Optional.of(indexed));
    }

    private static RegistrySide side(RegistryFacts facts) {
        return facts.decides() || facts.policy().isEmpty()
                ? new RegistrySide.Read(facts.policy())
                : new RegistrySide.Silent();
    }

    /** Returns the repositories whose policies, or whose registry's, can decide about somebody of this account. */
    public List<IndexedRepository> concerning(AccountId account) {
        Set<RegionalRegistry> whole = index.registries().stream()
                .filter(registry ->
                        IndexedPolicy.of(index.facts(registry).ruling().text()).concerns(account))
                .collect(Collectors.toSet());
        return index.repositories().stream()
                .filter(one -> one.policy().concerns(account) || whole.contains(registryOf(one.repository())))
                .toList();
    }

    /** Returns what a repository of this name would get from creation templates if it were made anew. */
    public List<Birth> births(Repository repository) {
        return index.known(registryOf(repository))
                .map(facts -> Birth.of(repository, facts))
                .orElse(List.of());
    }

    /** Returns when what {@link #births} and {@link #copies} tell was read, as far as it is known. */
    public Optional<Instant> aroundSince(Repository repository) {
        return index.factsSince(registryOf(repository));
    }

    /** Returns where the repository's images go and come from by replication, as far as registries of the configuration tell. */
    public Copies copies(Repository repository) {
        RegionalRegistry here = registryOf(repository);
        List<Repository> from = index.registries().stream()
                .filter(other -> index.facts(other).copiesOf(repository.name()).contains(here))
                .sorted(Comparator.comparing(RegionalRegistry::toString))
                .map(other -> at(other, repository))
                .toList();
        List<Repository> to = index.facts(here).copiesOf(repository.name()).stream()
                .map(other -> at(other, repository))
                .toList();
        return new Copies(to, from);
    }

    private static Repository at(RegionalRegistry registry, Repository repository) {
        return new Repository(registry.account(), registry.region(), repository.name());
    }

    /** Returns the name that people know each account by. */
    public Map<AccountId, String> names() {
        return config.accounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
    }

    /** Returns the registry that a policy stands in. */
    public static RegionalRegistry registryOf(PolicyHolder holder) {
        return new RegionalRegistry(holder.account(), holder.region());
    }
}
