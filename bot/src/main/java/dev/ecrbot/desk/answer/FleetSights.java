package dev.ecrbot.desk.answer;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedPolicy;
import dev.ecrbot.index.IndexedRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What decides about repositories, as the index has it. Thread-safe. */
final class FleetSights {
    private final FleetIndex index;
    private final BotConfig config;
    private final Clock clock;

    FleetSights(FleetIndex index, BotConfig config, Clock clock) {
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    Sight of(IndexedRepository one) {
        return new Sight(
                one.repository(),
                true,
                one.policy().document(),
                new RegistrySide.Read(index.facts(registryOf(one.repository())).ruling()),
                one.tags(),
                config.knownOrganizations(),
                clock.instant());
    }

    /** Returns the repositories whose policies, or whose registry's, can decide about somebody of this account. */
    List<IndexedRepository> concerning(AccountId account) {
        Set<RegionalRegistry> whole = index.registries().stream()
                .filter(registry ->
                        IndexedPolicy.of(index.facts(registry).ruling().text()).concerns(account))
                .collect(Collectors.toSet());
        return index.repositories().stream()
                .filter(one -> one.policy().concerns(account) || whole.contains(registryOf(one.repository())))
                .toList();
    }

    /** Returns the name that people know each account by. */
    Map<AccountId, String> names() {
        return config.accounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
    }

    static RegionalRegistry registryOf(PolicyHolder holder) {
        return new RegionalRegistry(holder.account(), holder.region());
    }
}
