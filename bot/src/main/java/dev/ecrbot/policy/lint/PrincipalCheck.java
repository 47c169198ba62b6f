package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import java.util.Optional;

/**
 * Looks at whom a statement names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 */
final class PrincipalCheck {
    private PrincipalCheck() {}

    static void run(Report report) {
        if (report.statement().exceptsPrincipals()) {
            report.add(
                    report.statement().allows() ? Severity.ERROR : Severity.WARNING,
                    Kind.NOT_PRINCIPAL,
                    report.statement().allows()
                            ? "Allow with NotPrincipal gives this to everyone who isn't listed."
                            : "Deny with NotPrincipal also hits sessions and accounts of those it excepts, unless each is listed.",
                    "Name those who are meant in Principal.",
                    "/NotPrincipal");
        }
        report.principals().forEach(principal -> entry(principal, report));
    }

    private static void entry(Principal principal, Report report) {
        if (principal instanceof Principal.Orphan) {
            report.add(
                    Severity.WARNING,
                    Kind.ORPHANED_PRINCIPAL,
                    principal.text() + " is all that is left of a deleted principal; nobody can use it.",
                    "Take it out: AWS may refuse every later change of this policy because of it.",
                    at(principal, report));
        } else if (principal instanceof Principal.Other other) {
            other(other, report);
        } else if (principal
                .partition()
                .filter(in -> in != report.context().home())
                .isPresent()) {
            report.add(
                    Severity.ERROR,
                    Kind.PRINCIPAL_OF_OTHER_PARTITION,
                    Names.clean(principal.text())
                            + " is in another partition, and can't reach this registry from there.",
                    "Name a principal whose ARN starts with arn:"
                            + report.context().home() + ":.",
                    at(principal, report));
        } else {
            principal.account().ifPresent(account -> account(principal, account, report));
        }
    }

    private static void other(Principal.Other other, Report report) {
        String text = Names.clean(other.text());
        if (other.type().equals("AWS") && Globs.wild(text)) {
            report.add(
                    Severity.ERROR,
                    Kind.WILDCARD_IN_PRINCIPAL,
                    "“" + text + "” has a wildcard inside an ARN, which IAM doesn't know in principals.",
                    "Name the account, and narrow it with ArnLike on aws:PrincipalArn.",
                    at(other, report));
        } else if (other.type().equals("AWS") || other.type().equals("Service")) {
            report.add(
                    Severity.ERROR,
                    Kind.PRINCIPAL_MALFORMED,
                    "“" + text + "” isn't a principal as AWS writes it.",
                    text.contains("${")
                            ? "If Terraform or CloudFormation should have filled in ${…}, check how the text is made."
                            : "Check the account, the path and the name.",
                    at(other, report));
        }
    }

    private static void account(Principal principal, AccountId account, Report report) {
        LintContext context = report.context();
        // Who is kept out may be anybody, and would get in if taken out there.
        boolean in = report.statement().allows() != report.statement().exceptsPrincipals();
        if (in && !context.knows(account)) {
            report.add(
                    Severity.WARNING,
                    Kind.UNKNOWN_ACCOUNT,
                    named(principal, context)
                            + (principal instanceof Principal.Account
                                    ? " isn't among the configured ones."
                                    : " belongs to an account that isn't configured."),
                    "Add the account to the configuration, or take the principal out.",
                    at(principal, report));
        }
        if (context.owner().equals(Optional.of(account)) && report.statement().allows()) {
            boolean whole = principal instanceof Principal.Account;
            report.add(
                    Severity.INFO,
                    Kind.SAME_ACCOUNT,
                    whole
                            ? "The statement names the registry's own account: that only leaves the decision to its identity policies."
                            : named(principal, context)
                                    + " is of the registry's own account: it gains this without an identity policy.",
                    whole
                            ? "Leave it out unless it says so on purpose."
                            : "Keep it if it is meant; otherwise use an identity policy.",
                    at(principal, report));
        }
    }

    // An account may be written as its bare id.
    private static String at(Principal principal, Report report) {
        String name = report.statement().exceptsPrincipals() ? "NotPrincipal" : "Principal";
        return report.statement().entries().stream()
                .filter(entry -> entry.principal(report.context().home()).equals(principal))
                .findFirst()
                .map(entry -> report.element(name, entry.text()))
                .orElse("/" + name);
    }

    private static String named(Principal principal, LintContext context) {
        return Names.capital(context.names().of(principal));
    }
}
