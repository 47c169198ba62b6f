package dev.ecrbot.command;

import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names and words that the config lets people type, in the config's order. */
public record Names(
        Map<String, AccountId> accounts,
        Map<String, OrganizationId> organizations,
        Map<String, RegistryNames> registries,
        AccessCatalogue accesses) {
    public Names {
        organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        registries = Collections.unmodifiableMap(new LinkedHashMap<>(registries));
    }

    /** Names without any of organizations. */
    public Names(Map<String, AccountId> accounts, Map<String, RegistryNames> registries, AccessCatalogue accesses) {
        this(accounts, Map.of(), registries, accesses);
    }

    /** Returns the organization with this name, in any case if the config doesn't tell them apart. */
    public Optional<OrganizationId> organization(String typed) {
        return key(organizations, typed).map(organizations::get);
    }

    /** Returns the account with this name; upper and lower case are told apart only where the config does. */
    public Optional<AccountId> account(String typed) {
        return key(accounts, typed).map(accounts::get);
    }

    /** Returns the name, as configured, of the registry that was typed. */
    public Optional<String> registry(String typed) {
        return key(registries, typed);
    }

    /** Returns the registry with exactly this name. */
    RegistryNames registryNamed(String name) {
        return Optional.ofNullable(registries.get(name)).orElseThrow();
    }

    private static Optional<String> key(Map<String, ?> map, String typed) {
        if (map.containsKey(typed)) {
            return Optional.of(typed);
        }
        var alike = map.keySet().stream().filter(typed::equalsIgnoreCase).toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }
}
