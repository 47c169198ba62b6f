package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.Unresolved;
import dev.ecrbot.policy.evaluation.Conditions;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.operator.Operators;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks whether a statement can ever be about anybody. */
final class MatchCheck {
    private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

    /** What holds of no ARN in another account than the one in the value; each wants the key to be there. */
    private static final Set<String> OF_AN_ARN = Set.of("ArnEquals", "ArnLike", "StringEquals", "StringLike");

    private MatchCheck() {}

    static void run(Report report) {
        Statement statement = report.statement();
        boolean empty = (report.principals().isEmpty() && !statement.exceptsPrincipals())
                || (statement.actions().isEmpty() && !statement.exceptsActions());
        if (empty
                || (!report.has(Kind.KEY_NEVER_PRESENT)
                        && (unmet(report) || contradicts(statement) || ofOthers(report)))) {
            report.add(Severity.WARNING, empty ? StatementWords.aboutNobody() : StatementWords.neverMet());
        }
    }

    private static boolean unmet(Report report) {
        Statement statement = report.statement();
        List<Principal> named = statement.exceptsPrincipals() ? List.of(new Principal.Everyone()) : report.principals();
        boolean open = statement.conditions().stream()
                .anyMatch(condition -> condition.values().stream().anyMatch(Unresolved::in));
        return !open
                && !statement.conditions().isEmpty()
                && named.stream()
                        .map(principal -> Conditions.verdict(
                                statement,
                                report.document().hasVariables(),
                                report.context().known(principal)))
                        .allMatch(Verdict.No.class::isInstance);
    }

    /** Returns whether it wants the ARN of somebody in another account than those whom it names. */
    private static boolean ofOthers(Report report) {
        List<Principal> named = report.principals();
        return !report.statement().exceptsPrincipals()
                && named.stream().allMatch(principal -> principal.account().isPresent())
                && report.statement().conditions().stream()
                        .filter(condition -> condition.key().equalsIgnoreCase(PRINCIPAL_ARN)
                                && OF_AN_ARN.contains(condition.operator())
                                && !condition.values().isEmpty())
                        .anyMatch(condition -> condition.values().stream()
                                .allMatch(arn -> accountOf(arn)
                                        .filter(account -> named.stream()
                                                .noneMatch(one -> one.account().equals(Optional.of(account))))
                                        .isPresent()));
    }

    private static Optional<AccountId> accountOf(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 ? AccountId.parse(parts[4]) : Optional.empty();
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
        boolean open = one.values().toString().indexOf('$') >= 0
                || other.values().toString().indexOf('$') >= 0;
        return (absent && Operators.needsKey(other.operator()))
                || (one.operator().equals("StringEquals")
                        && other.operator().equals("StringEquals")
                        && one.values().stream().noneMatch(other.values()::contains)
                        && !open
                        && one.values().stream().noneMatch(Unresolved::in)
                        && other.values().stream().noneMatch(Unresolved::in));
    }
}
