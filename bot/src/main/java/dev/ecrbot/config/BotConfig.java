package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.rules.Rules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole configuration, checked. Immutable; holds no secrets.
 *
 * @param registries never empty, in the file's order
 * @param accounts the names people may type, in the file's order
 */
public record BotConfig(
        SlackSettings slack,
        List<Registry> registries,
        Map<String, AccountId> accounts,
        Rules rules,
        StoreSettings store,
        OpsSettings ops,
        PolicySettings policy,
        LimitSettings limits) {
    public BotConfig {
        registries = List.copyOf(registries);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
    }
}
