package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.policy.evaluation.Conditions;
import dev.ecrbot.policy.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what is denied to those who are allowed it, and to those who look after the policy. */
final class DenyCheck {
    private static final List<String> UPKEEP = ActionCatalogue.ecr().actions().stream()
            .filter(action -> action.changesPolicies()
                    || action.name().equals("ecr:GetRepositoryPolicy")
                    || action.name().equals("ecr:GetRegistryPolicy"))
            .map(EcrAction::name)
            .toList();

    private DenyCheck() {}

    /** Looks whether those who look after the policy are denied it. */
    static void lockout(Report report) {
        Statement deny = report.statement();
        if (!deny.denies() || UPKEEP.stream().noneMatch(deny::covers)) {
            return;
        }
        Severity worst = Severity.INFO;
        for (Principal keeper : keepers(report.context())) {
            Severity severity = severity(deny, keeper, report);
            worst = severity.compareTo(worst) > 0 ? severity : worst;
        }
        if (worst != Severity.INFO) {
            report.add(
                    worst,
                    worst == Severity.ERROR ? StatementWords.lockedOut() : StatementWords.perhapsLockedOut(),
                    deny.exceptsPrincipals() ? "/NotPrincipal" : "/Principal");
        }
    }

    private static Severity severity(Statement deny, Principal keeper, Report report) {
        if (!Exempt.reaches(deny, keeper, report.context())) {
            return Severity.INFO;
        }
        Verdict met = met(deny, keeper, report);
        if (met instanceof Verdict.No
                || (met instanceof Verdict.Conditional && Exempt.keeper(deny, report.context()))) {
            return Severity.INFO;
        }
        return met instanceof Verdict.Yes && !Exempt.perhaps(deny, report.context())
                ? Severity.ERROR
                : Severity.WARNING;
    }

    private static List<Principal> keepers(LintContext context) {
        var keepers = new ArrayList<Principal>();
        context.bot().ifPresent(keepers::add);
        // Nobody's name: only who denies everyone denies it to an owner of whom nothing is known.
        AccountId owner = context.owner().orElse(new AccountId("000000000000"));
        keepers.add(new Principal.Account(context.home(), owner));
        return keepers;
    }

    /** Looks whether what is allowed is denied by another statement. */
    static void shadow(Report report) {
        Statement allow = report.statement();
        if (allow.denies() || allow.exceptsPrincipals() || allow.exceptsActions()) {
            return;
        }
        List<Statement> denies = report.document().statements().stream()
                .filter(statement -> statement.denies() && !statement.exceptsPrincipals())
                .filter(deny -> !deny.hasResources()
                        || deny.resources().contains("*")
                        || deny.resources().containsAll(allow.resources()))
                .filter(deny -> !deny.exceptsResources())
                .toList();
        int pairs = 0;
        int denied = 0;
        for (Principal principal : denies.isEmpty() ? List.<Principal>of() : report.principals()) {
            List<Statement> against = denies.stream()
                    .filter(deny -> Exempt.reaches(deny, principal, report.context()))
                    .filter(deny -> met(deny, principal, report) instanceof Verdict.Yes)
                    .toList();
            for (String action : allow.actions()) {
                pairs++;
                denied += against.stream().anyMatch(deny -> deny.covers(action)) ? 1 : 0;
            }
        }
        if (denied > 0) {
            report.add(Severity.WARNING, denied == pairs ? StatementWords.allDenied() : StatementWords.partDenied());
        }
    }

    private static Verdict met(Statement deny, Principal principal, Report report) {
        LintContext context = report.context();
        boolean keeper = Optional.of(principal).equals(context.bot());
        return Conditions.verdict(
                deny,
                report.document().hasVariables(),
                keeper ? context.known().and(principal) : context.known(principal));
    }
}
