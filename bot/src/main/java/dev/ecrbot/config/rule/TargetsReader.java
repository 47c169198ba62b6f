package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.mistake.PlaceMistakes;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.config.place.ReadAccounts;
import dev.ecrbot.config.place.ReadOrganizations;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.rules.Targets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Reads the accounts, organizations and units that a rule gives access to, by name or id. */
public final class TargetsReader {
    private final ReadAccounts accounts;
    private final ReadOrganizations organizations;

    public TargetsReader(ReadAccounts accounts, ReadOrganizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    Optional<Targets> read(Item list) {
        boolean everyListed = false;
        var found = new LinkedHashSet<AccountId>();
        var paths = new LinkedHashSet<OrganizationPath>();
        for (Item item : list.list()) {
            String text = item.text().orElse("");
            if (text.equals("*")) {
                everyListed = true;
                found.addAll(accounts.valid().values());
                if (accounts.declared().isEmpty()) {
                    item.wrong(RuleMistakes.noAccountsListed());
                }
            } else if (organizations.names(text) || text.startsWith("o-")) {
                path(item, text).ifPresent(paths::add);
            } else if (!text.isEmpty()) {
                account(item, text).ifPresent(found::add);
            }
        }
        return found.isEmpty() && paths.isEmpty()
                ? Optional.empty()
                : Optional.of(new Targets(everyListed, found, paths));
    }

    private Optional<OrganizationPath> path(Item item, String text) {
        Optional<OrganizationPath> path = organizations.path(text);
        boolean mistakenElsewhere = organizations.names(text)
                && organizations.valid().size() < organizations.declared().size();
        return path.isPresent() || mistakenElsewhere ? path : item.wrong(RuleMistakes.noOrganization(), text);
    }

    private Optional<AccountId> account(Item item, String text) {
        if (accounts.declared().contains(text)) {
            return Optional.ofNullable(accounts.valid().get(text));
        }
        var names = new ArrayList<>(accounts.declared());
        names.addAll(organizations.declared());
        return AccountId.parse(text).or(() -> item.wrong(PlaceMistakes.accountUnknown(text, names), text));
    }
}
