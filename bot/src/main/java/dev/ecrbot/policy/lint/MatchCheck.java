package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Conditions;
import dev.ecrbot.policy.evaluation.Operators;
import dev.ecrbot.policy.evaluation.Verdict;
import java.util.List;

/** Looks whether a statement can ever be about anybody. */
final class MatchCheck {
    private MatchCheck() {}

    static void run(Report report) {
        Statement statement = report.statement();
        statement.conditions().forEach(condition -> condition(condition, report));
        boolean empty = (report.principals().isEmpty() && !statement.exceptsPrincipals())
                || (statement.actions().isEmpty() && !statement.exceptsActions());
        if (empty || unmet(report) || contradicts(statement)) {
            report.add(
                    Severity.WARNING,
                    Kind.NEVER_MATCHES,
                    empty
                            ? "The statement names nobody, or no action: it says nothing."
                            : "The statement's conditions can't be met, or can't be any more.",
                    "Take it out, or correct it.");
        }
    }

    private static void condition(Condition condition, Report report) {
        if (!Operators.known(condition.operator())) {
            report.add(
                    Severity.WARNING,
                    Kind.UNKNOWN_OPERATOR,
                    "“" + Names.clean(condition.operator()) + "” is no condition operator that IAM has.",
                    "Check the spelling and the case.");
        }
        if (!report.document().hasVariables() && condition.values().stream().anyMatch(value -> value.contains("${"))) {
            report.add(
                    Severity.WARNING,
                    Kind.VARIABLE_IN_OLD_VERSION,
                    "In this version of the policy language ${…} stands for itself and not for a value of the request.",
                    "Set Version to 2012-10-17 if variables are meant.");
        }
    }

    private static boolean unmet(Report report) {
        Statement statement = report.statement();
        List<Principal> named = statement.exceptsPrincipals() ? List.of(new Principal.Everyone()) : report.principals();
        return !statement.conditions().isEmpty()
                && named.stream()
                        .map(principal -> Conditions.verdict(
                                statement,
                                report.document().hasVariables(),
                                report.context().known(principal)))
                        .allMatch(Verdict.No.class::isInstance);
    }

    private static boolean contradicts(Statement statement) {
        List<Condition> conditions = statement.conditions();
        return conditions.stream().anyMatch(one -> conditions.stream().anyMatch(other -> contradict(one, other)));
    }

    private static boolean contradict(Condition one, Condition other) {
        if (!one.key().equalsIgnoreCase(other.key())) {
            return false;
        }
        boolean absent = one.operator().equals("Null") && one.values().equals(List.of("true"));
        return (absent && Operators.needsKey(other.operator()))
                || (one.operator().equals("StringEquals")
                        && other.operator().equals("StringEquals")
                        && one.values().stream().noneMatch(other.values()::contains)
                        && (one.values().toString() + other.values()).indexOf('$') < 0);
    }
}
