package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.operator.Values;
import java.util.Locale;

/**
 * Looks whether the values of conditions are such that their operators can compare them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
final class ValueCheck {
    private static final String[] REGION_OF_ARN = {"aws:sourcearn", "aws:principalarn", "lambda:sourcefunctionarn"};
    private static final int REGION = 3;

    private ValueCheck() {}

    static void run(Report report) {
        for (Condition condition : report.statement().conditions()) {
            for (String value : condition.values()) {
                form(condition, value, report);
                region(condition, value, report);
            }
        }
    }

    private static void form(Condition condition, String value, Report report) {
        String operator = condition.operator();
        boolean open = value.contains("${");
        if (!open && !Values.comparable(operator, value)) {
            report.add(
                    Severity.ERROR,
                    ConditionWords.valueMalformed(operator, value, Values.wanted(operator)),
                    Report.element(condition));
        }
        if (Values.letterByLetter(operator) && value.replace("${*}", "").indexOf('*') >= 0) {
            report.add(
                    Severity.WARNING,
                    ConditionWords.noWildcard(operator, value, operator.replaceFirst("Equals(IgnoreCase)?", "Like")),
                    Report.element(condition));
        }
    }

    private static void region(Condition condition, String value, Report report) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        String region = key.equals("aws:requestedregion") ? value : "";
        for (String ofArn : REGION_OF_ARN) {
            String[] parts = value.split(":", -1);
            region = key.equals(ofArn) && parts.length > REGION ? parts[REGION] : region;
        }
        if (Regions.missing(region)) {
            Regions.report(region, Report.element(condition), report);
        }
    }
}
