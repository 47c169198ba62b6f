package dev.ecrbot.rules;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.policy.Principal;
import java.util.Set;

/**
 * The accounts and organizations a rule gives access to. An organization, or a unit, is given access only where it is named
 * itself, or stands below what is named; that its accounts are named doesn't do, nor the other way round.
 *
 * @param everyListed whether every account that the config lists is meant, however many are added later
 * @param accounts all of them, those that {@code everyListed} stands for included
 * @param organizations organizations and units; empty only if there are accounts
 */
public record Targets(boolean everyListed, Set<AccountId> accounts, Set<OrganizationPath> organizations) {
    public Targets {
        accounts = Set.copyOf(accounts);
        organizations = Set.copyOf(organizations);
        if (accounts.isEmpty() && organizations.isEmpty()) {
            throw new IllegalArgumentException("a rule gives access to somebody");
        }
    }

    /** Accounts, and no organizations. */
    public Targets(boolean everyListed, Set<AccountId> accounts) {
        this(everyListed, accounts, Set.of());
    }

    /** Returns whether access may go to this account. */
    public boolean includes(AccountId account) {
        return accounts.contains(account);
    }

    /** Returns whether access may go to this principal, as far as its account or organization goes. */
    public boolean includes(Principal principal) {
        if (principal instanceof Principal.Organization organization) {
            return organizations.stream().anyMatch(path -> path.contains(organization.path()));
        }
        return principal.account().filter(this::includes).isPresent();
    }
}
