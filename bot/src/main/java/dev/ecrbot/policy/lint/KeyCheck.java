package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.operator.Operators;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether requests have the keys that conditions ask for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM: availability
 *     of global condition keys</a>
 */
final class KeyCheck {
    private KeyCheck() {}

    static void run(Report report) {
        for (Condition condition : report.statement().conditions()) {
            if (!ConditionKeys.known(condition.key())) {
                unknown(condition, report);
            } else if (asksFor(condition)) {
                lacking(condition, report);
            }
        }
    }

    /** Returns whether the condition can't be met by a request without the key. */
    static boolean asksFor(Condition condition) {
        return Operators.needsKey(condition.operator())
                || (condition.operator().equals("Null")
                        && condition.values().stream().allMatch(value -> value.equalsIgnoreCase("false")));
    }

    private static void unknown(Condition condition, Report report) {
        String key = Names.clean(condition.key());
        boolean global = condition.key().toLowerCase(Locale.ROOT).startsWith("aws:");
        String why = key.contains(":")
                ? global ? " is no global condition key." : " is no key that a request to ECR has."
                : " has no prefix: the key of a condition is written aws:… or ecr:….";
        report.add(
                Severity.WARNING,
                Kind.UNKNOWN_CONDITION_KEY,
                "“" + key + "”" + why,
                ConditionKeys.meant(condition.key())
                        .map(meant -> "Did you mean " + (meant.endsWith("/") ? meant + "TAG" : meant) + "?")
                        .orElse("Take it out, or use a key that requests to ECR have."),
                Report.element(condition));
    }

    private static void lacking(Condition condition, Report report) {
        if (report.statement().exceptsPrincipals()) {
            return;
        }
        List<Principal> named = report.principals();
        String key = Names.clean(condition.key());
        if (ConditionKeys.ofServicesOnly(condition.key())) {
            boolean everyone = named.stream().anyMatch(Principal.Everyone.class::isInstance);
            if (named.stream().anyMatch(principal -> principal.account().isPresent())) {
                report.add(
                        Severity.WARNING,
                        Kind.KEY_NEVER_PRESENT,
                        "Requests by roles, users and accounts never have " + key + ", so this is about none of them.",
                        "For accounts use aws:PrincipalAccount or name them in Principal; for services name the service.",
                        Report.element(condition));
            } else if (everyone && report.statement().allows()) {
                report.add(
                        Severity.WARNING,
                        Kind.KEY_NEVER_PRESENT,
                        "No role or user has " + key + " in its requests: this lets services in, and nobody else.",
                        "For accounts use aws:PrincipalAccount; if a service is meant, name it in Principal.",
                        Report.element(condition));
            }
        } else if (ConditionKeys.ofIdentitiesOnly(condition.key())
                && named.stream().anyMatch(Principal.Service.class::isInstance)) {
            report.add(
                    Severity.WARNING,
                    Kind.KEY_NEVER_PRESENT,
                    "Requests by services never have " + key + ", so this isn't about the service that is named.",
                    "For services use aws:SourceAccount, aws:SourceArn or aws:SourceOrgID.",
                    Report.element(condition));
        }
    }
}
