package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.evaluation.Operators;
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

    private static void written(Condition condition, Report report) {
        String operator = condition.operator();
        if (!Operators.known(operator)) {
            report.add(
                    Severity.WARNING,
                    Kind.UNKNOWN_OPERATOR,
                    "“" + Names.clean(operator) + "” is no condition operator that IAM has.",
                    "Check the spelling and the case.");
        }
        boolean one = !operator.startsWith("For") && !operator.equals("Null");
        if (one && MULTI_VALUED.contains(condition.key().toLowerCase(Locale.ROOT))) {
            report.add(
                    Severity.WARNING,
                    Kind.MISSING_QUALIFIER,
                    "A request may have several values of " + Names.clean(condition.key())
                            + ", and the operator doesn't say whether one of them counts or all.",
                    "Write ForAnyValue:" + Names.clean(operator) + ", or ForAllValues if every value has to match.");
        }
        if (!report.document().hasVariables() && condition.values().stream().anyMatch(value -> value.contains("${"))) {
            report.add(
                    Severity.WARNING,
                    Kind.VARIABLE_IN_OLD_VERSION,
                    "In this version of the policy language ${…} stands for itself and not for a value of the request.",
                    "Set Version to 2012-10-17 if variables are meant.");
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
                            Kind.UNKNOWN_ORGANIZATION,
                            "The organization " + organization + " isn't configured.",
                            "Add the organization to the configuration, or take it out."));
        }
    }
}
