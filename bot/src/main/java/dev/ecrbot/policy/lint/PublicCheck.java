package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import java.util.List;

/** Looks whether a statement for everyone lets strangers in. */
final class PublicCheck {
    private PublicCheck() {}

    /** Looks at the statement as if there were no other. */
    static void alone(Report report) {
        Statement statement = report.statement();
        if (statement.allows() && everyone(statement, report) && !Strangers.keptOut(statement.conditions())) {
            List<Condition> conditions = statement.conditions();
            report.add(
                    Severity.ERROR,
                    conditions.isEmpty()
                            ? PrincipalWords.everyoneAllowed()
                            : PrincipalWords.everyoneAllowed(conditions),
                    conditions.isEmpty() ? "/Principal" : Report.element(conditions.get(0)));
        }
    }

    /** Looks at the statement beside those of the policy that may deny strangers all that it allows. */
    static void among(Report report) {
        boolean denied = report.statement().allows()
                && report.document().statements().stream()
                        .anyMatch(deny -> deniesStrangers(deny, report) && coversAll(deny, report.statement()));
        if (!denied) {
            alone(report);
        }
    }

    private static boolean everyone(Statement statement, Report report) {
        return !statement.exceptsPrincipals()
                && statement.principals(report.context().home()).stream()
                        .anyMatch(Principal.Everyone.class::isInstance);
    }

    private static boolean deniesStrangers(Statement deny, Report report) {
        return deny.denies()
                && !deny.conditions().isEmpty()
                && everyone(deny, report)
                && !deny.exceptsResources()
                && (!deny.hasResources() || deny.resources().contains("*"))
                && deny.conditions().stream().allMatch(Strangers::meets);
    }

    private static boolean coversAll(Statement deny, Statement allow) {
        return ActionCatalogue.ecr().actions().stream()
                .filter(action -> allow.covers(action.name()))
                .allMatch(action -> deny.covers(action.name()));
    }
}
