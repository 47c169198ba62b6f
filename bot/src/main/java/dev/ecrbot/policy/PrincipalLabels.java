package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What principals are called in texts for people. */
public record PrincipalLabels(Map<AccountId, String> accounts, Map<OrganizationId, String> organizations) {
    private static final int LONGEST = 120;
    private static final Pattern DISTURBING = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** Returns the account's name and id. */
    public String of(AccountId account) {
        return Optional.ofNullable(accounts.get(account))
                .map(name -> name + " (" + account + ")")
                .orElseGet(() -> "account " + account);
    }

    /** Returns what the organization or the unit is called. */
    public String of(OrganizationPath path) {
        OrganizationId id = path.organization();
        String organization = Optional.ofNullable(organizations.get(id))
                .map(name -> "organization " + name + " (" + id + ")")
                .orElseGet(() -> "organization " + id);
        return path.isWhole() ? organization : "unit " + path.lastId() + " of " + organization;
    }

    /** Returns what the principal is called. */
    public String of(Principal principal) {
        return principal.visit(new PrincipalNames(this));
    }

    /** Returns the text without what could disturb a line, and not too long. */
    public static String clean(String text) {
        String plain = DISTURBING.matcher(text).replaceAll("?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    /** Returns the text with a capital first letter, to begin a sentence. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
