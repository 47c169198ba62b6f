package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.operator.Values;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the policy variables in conditions and resources.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM: policy
 *     variables</a>
 */
final class VariableCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]{0,500})}");
    private static final String OPEN = "${";

    private VariableCheck() {}

    static void run(Report report) {
        for (Condition condition : report.statement().conditions()) {
            for (String value : condition.values()) {
                if (value.contains(OPEN)) {
                    value(condition, value, report);
                }
            }
        }
        if (report.document().hasVariables()) {
            report.statement().resources().stream()
                    .filter(resource -> resource.contains(OPEN))
                    .forEach(resource -> variables(resource, report.element("Resource", resource), report));
        }
    }

    /** Returns whether the text has a variable in it for which no request has a value. */
    static boolean unknown(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> key(found.group(1)))
                .anyMatch(VariableCheck::isUnknown);
    }

    private static String key(String variable) {
        return variable.split(",", 2)[0].strip();
    }

    private static boolean isUnknown(String name) {
        boolean character = name.equals("*") || name.equals("?") || name.equals("$");
        return !name.isEmpty() && !character && !ConditionKeys.known(name);
    }

    private static void value(Condition condition, String value, Report report) {
        String element = Report.element(condition);
        if (!Values.fillsVariables(condition.operator())) {
            report.add(Severity.WARNING, ConditionWords.variableNotFilled(condition.operator(), value), element);
        } else if (report.document().hasVariables()) {
            variables(value, element, report);
        } else if (!report.has(Kind.VARIABLE_IN_OLD_VERSION)) {
            report.add(Severity.WARNING, ConditionWords.variableInOldVersion(), element);
        }
    }

    private static void variables(String text, String element, Report report) {
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            end = variable.end();
            name(key(variable.group(1)), text, element, report);
        }
        if (text.indexOf(OPEN, end) >= 0) {
            report.add(Severity.ERROR, ConditionWords.variableNotClosed(text), element);
        }
    }

    private static void name(String name, String text, String element, Report report) {
        if (name.isEmpty()) {
            report.add(Severity.ERROR, ConditionWords.variableWithoutName(text), element);
        } else if (isUnknown(name)) {
            report.add(Severity.WARNING, ConditionWords.variableUnknown(name, ConditionKeys.meant(name)), element);
        } else if (ConditionCheck.hasSeveral(name)) {
            report.add(Severity.WARNING, ConditionWords.variableOfSeveral(name), element);
        }
    }
}
