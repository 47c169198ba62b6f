package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
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
                    report.statement().allows() ? PrincipalWords.allowsAllOthers() : PrincipalWords.deniesAllOthers(),
                    "/NotPrincipal");
        }
        report.principals().forEach(principal -> entry(principal, report));
    }

    private static void entry(Principal principal, Report report) {
        if (principal instanceof Principal.Orphan) {
            report.add(Severity.WARNING, PrincipalWords.orphaned(principal.text()), at(principal, report));
        } else if (principal instanceof Principal.Other other) {
            other(other, report);
        } else if (principal
                .partition()
                .filter(in -> in != report.context().home())
                .isPresent()) {
            report.add(
                    Severity.ERROR,
                    PrincipalWords.otherPartition(
                            principal.text(), report.context().home()),
                    at(principal, report));
        } else {
            principal.account().ifPresent(account -> account(principal, account, report));
        }
    }

    private static void other(Principal.Other other, Report report) {
        String text = PrincipalLabels.clean(other.text());
        // A ? that isn't in the text stands for what can't be shown.
        if (Globs.wild(text) && !Globs.wild(other.text())) {
            report.add(Severity.ERROR, PrincipalWords.unseen(other.text()), at(other, report));
        } else if (other.type().equals("AWS") && Globs.wild(other.text())) {
            report.add(Severity.ERROR, PrincipalWords.wildcard(other.text()), at(other, report));
        } else if (other.type().equals("AWS") || other.type().equals("Service")) {
            report.add(
                    Severity.ERROR,
                    text.contains("${") || text.contains("{{")
                            ? PrincipalWords.notFilledIn(other.text())
                            : PrincipalWords.malformed(other.text()),
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
                    principal instanceof Principal.Account
                            ? PrincipalWords.accountUnknown(named(principal, context))
                            : PrincipalWords.ofUnknownAccount(named(principal, context)),
                    at(principal, report));
        }
        if (context.owner().equals(Optional.of(account)) && report.statement().allows()) {
            report.add(
                    Severity.INFO,
                    principal instanceof Principal.Account
                            ? PrincipalWords.ownAccount()
                            : PrincipalWords.ofOwnAccount(named(principal, context)),
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
        return PrincipalLabels.capital(context.names().of(principal));
    }
}
