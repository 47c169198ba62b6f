package dev.ecrbot.slack.web;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.slack.message.DisplayNames;
import java.util.HashMap;

/** What people know accounts, organizations, registries and accesses by. */
public final class ConfiguredNames {

    private ConfiguredNames() {}

    /** Returns them; of several names for one account, the first. */
    public static DisplayNames in(BotConfig config) {
        var accounts = new HashMap<AccountId, String>();
        config.accounts().forEach((name, id) -> accounts.putIfAbsent(id, name));
        return new DisplayNames(
                accounts, config.knownOrganizations().names(), config.registryNames(), config.accesses());
    }
}
