package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
        String services = report.principals().stream()
                .filter(Principal.Service.class::isInstance)
                .map(service -> Names.clean(service.text()))
                .collect(Collectors.joining(", "));
        if (statement.allows() && !statement.exceptsPrincipals() && !services.isEmpty() && !told(statement)) {
            report.add(
                    Severity.WARNING,
                    Kind.SERVICE_WITHOUT_SOURCE,
                    services + " is allowed this for whoever makes it call (a confused deputy): no condition on"
                            + " aws:SourceArn, aws:SourceAccount or aws:SourceOrgID says for whom.",
                    "Add StringEquals on aws:SourceAccount, or ArnLike on aws:SourceArn."
                            + (services.contains(CODEBUILD)
                                    ? " Projects of other accounts can't pull as the service: name their service role"
                                            + " (imagePullCredentialsType SERVICE_ROLE)."
                                    : ""),
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
