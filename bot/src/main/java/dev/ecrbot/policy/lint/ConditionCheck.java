package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.operator.Operators;
import java.util.List;
import java.util.Locale;

/**
 * Looks at how a statement's conditions are written, one by one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">IAM:
 *     keys with several values need ForAllValues or ForAnyValue</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">IAM Access
 *     Analyzer: missing qualifier</a>
 */
final class ConditionCheck {
    /** The global keys of which a request may have several values. */
    private static final List<String> MULTI_VALUED = List.of(
            "aws:principalorgpaths",
            "aws:resourceorgpaths",
            "aws:sourceorgpaths",
            "aws:principalservicenameslist",
            "aws:calledvia",
            "aws:tagkeys");

    private ConditionCheck() {}

    static void run(Report report) {
        report.statement().conditions().forEach(condition -> {
            written(condition, report);
            organizations(condition, report);
        });
    }

    /** Returns whether a request may have several values of the key. */
    static boolean hasSeveral(String key) {
        return MULTI_VALUED.contains(key.toLowerCase(Locale.ROOT));
    }

    private static void written(Condition condition, Report report) {
        String operator = condition.operator();
        if (!Operators.known(operator)) {
            report.add(Severity.WARNING, ConditionWords.operatorUnknown(operator), Report.element(condition));
        }
        boolean one = !operator.startsWith("For") && !operator.equals("Null");
        if (one && hasSeveral(condition.key())) {
            report.add(
                    Severity.WARNING,
                    ConditionWords.qualifierMissing(condition.key(), operator),
                    Report.element(condition));
        }
        if (report.statement().allows()
                && operator.startsWith("ForAllValues:")
                && report.statement().conditions().stream()
                        .noneMatch(other -> other.key().equalsIgnoreCase(condition.key()) && KeyCheck.asksFor(other))) {
            report.add(Severity.WARNING, ConditionWords.forAllValues(condition.key()), Report.element(condition));
        }
    }

    // A path begins with the organization's id.
    private static void organizations(Condition condition, Report report) {
        if (condition.key().toLowerCase(Locale.ROOT).startsWith("aws:principalorg")) {
            condition.values().stream()
                    .flatMap(value -> OrganizationId.parse(value.split("/", 2)[0]).stream())
                    .filter(organization -> !report.context().knows(organization))
                    .distinct()
                    .forEach(organization -> report.add(
                            Severity.WARNING,
                            PrincipalWords.organizationUnknown(organization),
                            Report.element(condition)));
        }
    }
}
