package dev.ecrbot.config.place;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.Guess;
import java.util.Collection;
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
                section.wrongKey(name, NameForm.RIGHT);
            }
            id(item).ifPresent(id -> valid.put(name, id));
        });
        return new ReadAccounts(named.keySet(), valid);
    }

    static Optional<AccountId> id(Item item) {
        return item.text()
                .flatMap(text -> AccountId.parse(text).or(() -> item.wrong("an account id has 12 digits", text)));
    }

    /** Returns what is wrong with the text: no account has that name. */
    public static String unknown(String text, Collection<String> names) {
        String hint = Guess.near(text, names)
                .map(near -> "did you mean “" + near + "”?")
                .orElse("list it under accounts, or write its 12 digits in quotes");
        return "there is no such account; " + hint;
    }
}
