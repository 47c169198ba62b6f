package dev.ecrbot.config;

import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.rules.Rules;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked. Immutable; holds no secrets.
 *
 * @param registries never empty, in the file's order
 * @param accounts the names people may type, in the file's order
 * @param organizations the names people may type, in the file's order; none is an account's name, too
 * @param accesses the access words people may type
 * @param audit where the audit trail is handed on to; empty if nowhere
 * @param admins who looks after the bot itself; empty if nobody is named
 * @param machines which machines may ask; empty if there is no door for any
 * @param production the tag by which repositories of production are known; empty if there is none
 */
public record BotConfig(
        SlackSettings slack,
        List<Registry> registries,
        Map<String, AccountId> accounts,
        Map<String, Organization> organizations,
        AccessCatalogue accesses,
        Rules rules,
        StoreSettings store,
        OpsSettings ops,
        PolicySettings policy,
        LimitSettings limits,
        IndexSettings index,
        Optional<ProductionTag> production,
        Optional<Admins> admins,
        Optional<AuditSettings> audit,
        Optional<MachineSettings> machines) {
    public BotConfig {
        registries = List.copyOf(registries);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
    }

    /** Returns each registry in each of its Regions, in the file's order. */
    public List<RegionalRegistry> regionalRegistries() {
        return List.copyOf(registryNames().keySet());
    }

    /** Returns what each registry is called in each of its Regions, in the file's order. */
    public Map<RegionalRegistry, String> registryNames() {
        var names = new LinkedHashMap<RegionalRegistry, String>();
        registries.forEach(registry -> registry.regions()
                .forEach(region ->
                        names.putIfAbsent(new RegionalRegistry(registry.account(), region), registry.name())));
        return names;
    }

    /** Returns what the file tells of organizations; of several names for one, the first. */
    public Organizations knownOrganizations() {
        var names = new HashMap<OrganizationId, String>();
        var places = new HashMap<AccountId, OrganizationPath>();
        organizations.forEach((name, organization) -> {
            names.putIfAbsent(organization.id(), name);
            places.putAll(organization.places());
        });
        return new Organizations(names, places);
    }
}
