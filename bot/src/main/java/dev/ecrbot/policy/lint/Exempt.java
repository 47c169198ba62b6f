package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.Unresolved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is left out of a Deny.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">IAM:
 *     NotPrincipal: the account, the role and its session have to be listed</a>
 */
final class Exempt {
    private static final Pattern ACCOUNT_OF_ARN = Pattern.compile("arn:[^:]*:(?:iam|sts):[^:]*:([0-9]{12}):.*");

    private Exempt() {}

    /** Returns whether the Deny is about somebody of those whom the principal stands for. */
    static boolean reaches(Statement deny, Principal principal, LintContext context) {
        List<Principal> named = deny.principals(context.home());
        if (!deny.exceptsPrincipals()) {
            return named.stream().anyMatch(one -> Reach.includes(one, principal));
        }
        if (named.stream().anyMatch(one -> Unresolved.in(one.text()))) {
            return false;
        }
        return principal instanceof Principal.Account account
                ? owners(account.owner(), named, context).stream().noneMatch(owner -> wholly(owner, named))
                : named.stream().noneMatch(one -> Reach.includes(one, principal));
    }

    /** Returns whether a Deny that excepts principals excepts a role of the owner's, and none of its sessions. */
    static boolean perhaps(Statement deny, LintContext context) {
        List<Principal> named = deny.principals(context.home());
        return deny.exceptsPrincipals()
                && named.stream()
                        .filter(Principal.Role.class::isInstance)
                        .flatMap(role -> role.account().stream())
                        .anyMatch(account -> listed(account, named) && isOwner(account, context));
    }

    /** Returns whether the conditions leave out somebody of the owner's account, its whole organization, or everybody. */
    static boolean keeper(Statement deny, LintContext context) {
        return deny.conditions().stream()
                .anyMatch(condition -> isInsecure(condition)
                        || (condition.operator().contains("Not") && leavesOut(condition, context)));
    }

    // ECR's end points take nothing but TLS, so such a Deny keeps nobody from anything.
    private static boolean isInsecure(Condition condition) {
        return condition.key().equalsIgnoreCase("aws:SecureTransport")
                && condition.operator().startsWith("Bool")
                && condition.values().stream().allMatch(value -> value.equalsIgnoreCase("false"));
    }

    private static boolean leavesOut(Condition condition, LintContext context) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        if (key.equals("aws:principalorgid") || key.equals("aws:principalorgpaths")) {
            return condition.values().stream()
                    .flatMap(value -> OrganizationId.parse(value.split("/", 2)[0]).stream())
                    .anyMatch(context::knows);
        }
        return key.equals("aws:principalarn")
                && (condition.values().stream().anyMatch(Unresolved::in) || ofOwner(condition, context));
    }

    private static boolean ofOwner(Condition condition, LintContext context) {
        return condition.values().stream()
                .map(ACCOUNT_OF_ARN::matcher)
                .filter(Matcher::matches)
                .anyMatch(arn -> isOwner(new AccountId(arn.group(1)), context));
    }

    // Where the owner isn't known, anybody who is excepted may be of its account.
    private static boolean isOwner(AccountId account, LintContext context) {
        return context.owner().map(account::equals).orElse(true);
    }

    private static List<AccountId> owners(AccountId owner, List<Principal> named, LintContext context) {
        return context.owner().isPresent()
                ? List.of(owner)
                : named.stream()
                        .map(Principal::account)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
    }

    /** Returns whether there is an identity of the account of which all forms are listed. */
    private static boolean wholly(AccountId owner, List<Principal> named) {
        return listed(owner, named)
                && named.stream()
                        .filter(one -> one.account().equals(Optional.of(owner)))
                        .anyMatch(one -> one instanceof Principal.User
                                || (one instanceof Principal.Session session
                                        && named.stream()
                                                .anyMatch(role -> role instanceof Principal.Role
                                                        && Reach.includes(role, session))));
    }

    private static boolean listed(AccountId account, List<Principal> named) {
        return named.stream()
                .anyMatch(one ->
                        one instanceof Principal.Account whole && whole.owner().equals(account));
    }
}
