package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether a service is let in for anybody whom it works for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">IAM: the confused deputy problem</a>
 */
final class SourceCheck {
    private static final List<String> SOURCES =
            List.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");
    /** Who pulls by its own name only in the registry's account; elsewhere by the role of its project. */
    private static final String CODEBUILD = "codebuild.";

    private SourceCheck() {}

    static void run(Report report) {
        Statement statement = report.statement();
        List<String> services = report.principals().stream()
                .filter(Principal.Service.class::isInstance)
                .map(service -> PrincipalLabels.clean(service.text()))
                .toList();
        if (statement.allows() && !statement.exceptsPrincipals() && !services.isEmpty() && !told(statement)) {
            report.add(
                    Severity.WARNING,
                    PrincipalWords.confusedDeputy(
                            services, services.stream().anyMatch(service -> service.contains(CODEBUILD))),
                    "/Principal/Service");
        }
    }

    /** Returns whether nobody but services is meant, and a condition says for whom they have to call. */
    static boolean servicesOnly(Report report) {
        return !report.statement().exceptsPrincipals()
                && report.principals().stream().allMatch(Principal.Service.class::isInstance)
                && told(report.statement());
    }

    private static boolean told(Statement statement) {
        List<Condition> conditions = statement.conditions();
        return conditions.stream()
                .filter(condition -> SOURCES.contains(condition.key().toLowerCase(Locale.ROOT)))
                .anyMatch(condition -> Strangers.keepsOut(condition, conditions));
    }
}
