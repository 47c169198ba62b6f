package dev.ecrbot.config.place;

import dev.ecrbot.config.Organization;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.PlaceMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code organizations}: names for their ids, and which accounts are where in them. */
public final class OrganizationsReader {
    private final ReadAccounts accounts;
    private final Map<AccountId, String> members = new HashMap<>();

    private OrganizationsReader(ReadAccounts accounts) {
        this.accounts = accounts;
    }

    public static ReadOrganizations read(Optional<Item> organizations, ReadAccounts accounts) {
        return organizations
                .flatMap(Item::section)
                .map(section -> new OrganizationsReader(accounts).names(section))
                .orElse(new ReadOrganizations(Set.of(), Map.of()));
    }

    private ReadOrganizations names(Section section) {
        Map<String, Item> named = section.named();
        var valid = new LinkedHashMap<String, Organization>();
        named.forEach((name, item) -> {
            if (!NameForm.fits(name)) {
                section.wrongKey(name, ValueMistakes.noName());
            } else if (accounts.declared().contains(name)) {
                section.wrongKey(name, PlaceMistakes.nameOfAccount());
            }
            item.section().flatMap(entry -> organization(name, entry)).ifPresent(found -> valid.put(name, found));
        });
        return new ReadOrganizations(named.keySet(), valid);
    }

    private Optional<Organization> organization(String name, Section section) {
        try (section) {
            Optional<OrganizationId> id = section.required("id").flatMap(OrganizationsReader::id);
            var places = new LinkedHashMap<AccountId, OrganizationPath>();
            section.optional("accounts")
                    .ifPresent(list -> list.list()
                            .forEach(item -> item.text()
                                    .flatMap(text -> account(item, text))
                                    .filter(account -> isOnly(account, name, item))
                                    .ifPresent(account -> id.ifPresent(
                                            organization -> places.put(account, OrganizationPath.of(organization))))));
            section.optional("paths").flatMap(Item::section).ifPresent(paths -> paths(paths, name, id, places));
            return id.map(organization -> new Organization(organization, places));
        }
    }

    private void paths(
            Section section, String name, Optional<OrganizationId> id, Map<AccountId, OrganizationPath> places) {
        section.named()
                .forEach((key, item) -> account(item, key)
                        .filter(account -> isOnly(account, name, item))
                        .ifPresent(account -> id.ifPresent(organization ->
                                place(item, organization).ifPresent(path -> places.put(account, path)))));
    }

    private static Optional<OrganizationPath> place(Item item, OrganizationId organization) {
        return item.text()
                .flatMap(text -> OrganizationPath.parse(organization + "/" + text)
                        .or(() -> item.wrong(PlaceMistakes.noPlace(), text)));
    }

    private boolean isOnly(AccountId account, String organization, Item item) {
        String other = members.putIfAbsent(account, organization);
        if (other != null && !other.equals(organization)) {
            item.wrong(PlaceMistakes.inOtherOrganization(account, other));
            return false;
        }
        return true;
    }

    private Optional<AccountId> account(Item item, String text) {
        if (accounts.declared().contains(text)) {
            return Optional.ofNullable(accounts.valid().get(text));
        }
        return AccountId.parse(text)
                .or(() -> item.wrong(PlaceMistakes.accountUnknown(text, accounts.declared()), text));
    }

    private static Optional<OrganizationId> id(Item item) {
        return item.text()
                .flatMap(text -> OrganizationId.parse(text).or(() -> item.wrong(PlaceMistakes.noOrganization(), text)));
    }
}
