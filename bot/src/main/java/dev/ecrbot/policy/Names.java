package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What principals are called in texts for people. */
public record Names(Map<AccountId, String> accounts, Map<OrganizationId, String> organizations) {
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
        if (principal instanceof Principal.Role role) {
            return "role " + entity(role.path(), role.name(), role.owner());
        }
        if (principal instanceof Principal.User user) {
            return "user " + entity(user.path(), user.name(), user.owner());
        }
        if (principal instanceof Principal.Account account) {
            return of(account.owner());
        }
        if (principal instanceof Principal.Session session) {
            return "session " + session.session() + " of role " + session.role() + " in " + of(session.owner());
        }
        if (principal instanceof Principal.FederatedUser user) {
            return "federated user " + user.name() + " in " + of(user.owner());
        }
        if (principal instanceof Principal.LambdaFunctions functions) {
            return "Lambda functions " + (functions.pattern().equals("*") ? "" : functions.pattern() + " ") + "of "
                    + of(functions.owner());
        }
        if (principal instanceof Principal.Organization organization) {
            return of(organization.path());
        }
        if (principal instanceof Principal.Everyone) {
            return "everyone (*)";
        }
        if (principal instanceof Principal.Orphan orphan) {
            return "deleted principal " + orphan.id();
        }
        return clean(principal.text());
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

    private String entity(String path, String name, AccountId owner) {
        return (path.equals("/") ? "" : path.substring(1)) + name + " in " + of(owner);
    }
}
