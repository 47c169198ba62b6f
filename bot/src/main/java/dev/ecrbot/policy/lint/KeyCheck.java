package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.operator.Operators;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        report.add(Severity.WARNING, unknown(condition.key()), Report.element(condition));
    }

    private static Wording unknown(String key) {
        Optional<String> meant = ConditionKeys.meant(key);
        if (!key.contains(":")) {
            return ConditionWords.keyWithoutPrefix(key, meant);
        }
        return key.toLowerCase(Locale.ROOT).startsWith("aws:")
                ? ConditionWords.keyNotGlobal(key, meant)
                : ConditionWords.keyNeverSent(key, meant);
    }

    private static void lacking(Condition condition, Report report) {
        if (report.statement().exceptsPrincipals()) {
            return;
        }
        List<Principal> named = report.principals();
        if (ConditionKeys.ofServicesOnly(condition.key())) {
            boolean everyone = named.stream().anyMatch(Principal.Everyone.class::isInstance);
            if (named.stream().anyMatch(principal -> principal.account().isPresent())) {
                report.add(Severity.WARNING, ConditionWords.keyOfServices(condition.key()), Report.element(condition));
            } else if (everyone && report.statement().allows()) {
                report.add(Severity.WARNING, ConditionWords.servicesOnly(condition.key()), Report.element(condition));
            }
        } else if (ConditionKeys.ofIdentitiesOnly(condition.key())
                && named.stream().anyMatch(Principal.Service.class::isInstance)) {
            report.add(Severity.WARNING, ConditionWords.keyOfIdentities(condition.key()), Report.element(condition));
        }
    }
}
