package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Names;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Principal;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who gets access, as it is filled in in a form.
 *
 * @param account by its name here, or its id
 * @param role blank for the whole account
 */
public record Whom(String account, String role) {
    private static final String ROLE = ":role/";

    /** Returns the account or the role that this is; empty for anybody else, whom the form has no fields for. */
    static Optional<Whom> of(Principal principal, Names names) {
        String text = principal.text();
        int role = text.indexOf(ROLE);
        return principal
                .account()
                .filter(account -> text.endsWith(":root") || role > 0)
                .map(account ->
                        new Whom(name(account, names), role > 0 ? plain(text.substring(role + ROLE.length())) : ""));
    }

    private static String plain(String role) {
        return role.contains("/") ? "role/" + role : role;
    }

    private static String name(AccountId account, Names names) {
        return names.accounts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(account))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(account.value());
    }
}
