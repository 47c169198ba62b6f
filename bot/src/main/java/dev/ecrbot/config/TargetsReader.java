package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.rules.Targets;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Reads the accounts that a rule gives access to, by name or id. */
final class TargetsReader {
    private final ReadAccounts accounts;

    TargetsReader(ReadAccounts accounts) {
        this.accounts = accounts;
    }

    Optional<Targets> read(Item list) {
        boolean everyListed = false;
        var found = new LinkedHashSet<AccountId>();
        for (Item item : list.list()) {
            String text = item.text().orElse("");
            if (text.equals("*")) {
                everyListed = true;
                found.addAll(accounts.valid().values());
                if (accounts.declared().isEmpty()) {
                    item.wrong("“*” means every account listed under accounts, and none is listed");
                }
            } else if (!text.isEmpty()) {
                account(item, text).ifPresent(found::add);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Targets(everyListed, found));
    }

    private Optional<AccountId> account(Item item, String text) {
        if (accounts.declared().contains(text)) {
            return Optional.ofNullable(accounts.valid().get(text));
        }
        return AccountId.parse(text).or(() -> {
            String hint = Guess.near(text, accounts.declared())
                    .map(near -> "did you mean “" + near + "”?")
                    .orElse("list it under accounts, or write its 12 digits in quotes");
            return item.wrong("there is no such account; " + hint, text);
        });
    }
}
