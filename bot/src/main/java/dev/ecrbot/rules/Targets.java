package dev.ecrbot.rules;

import dev.ecrbot.ecr.AccountId;
import java.util.Set;

/**
 * The accounts a rule gives access to.
 *
 * @param everyListed whether every account that the config lists is meant, however many are added later
 * @param accounts all of them, those that {@code everyListed} stands for included; never empty
 */
public record Targets(boolean everyListed, Set<AccountId> accounts) {
    public Targets {
        accounts = Set.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a rule gives access to some account");
        }
    }

    /** Returns whether access may go to this account. */
    public boolean includes(AccountId account) {
        return accounts.contains(account);
    }
}
