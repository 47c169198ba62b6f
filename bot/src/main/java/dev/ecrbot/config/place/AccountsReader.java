package dev.ecrbot.config.place;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.PlaceMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.ecr.AccountId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code accounts}: names for account ids. */
public final class AccountsReader {

    private AccountsReader() {}

    public static ReadAccounts read(Optional<Item> accounts) {
        return accounts.flatMap(Item::section).map(AccountsReader::names).orElse(new ReadAccounts(Set.of(), Map.of()));
    }

    private static ReadAccounts names(Section section) {
        Map<String, Item> named = section.named();
        var valid = new LinkedHashMap<String, AccountId>();
        named.forEach((name, item) -> {
            if (!NameForm.fits(name)) {
                section.wrongKey(name, ValueMistakes.noName());
            }
            id(item).ifPresent(id -> valid.put(name, id));
        });
        return new ReadAccounts(named.keySet(), valid);
    }

    static Optional<AccountId> id(Item item) {
        return item.text().flatMap(text -> AccountId.parse(text).or(() -> item.wrong(PlaceMistakes.noAccount(), text)));
    }
}
