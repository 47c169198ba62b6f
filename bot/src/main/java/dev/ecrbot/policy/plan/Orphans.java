package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unique ids of deleted principals in statements that name whom they are about. AWS may refuse a document that has one,
 * whatever else changes in it; dropping them changes nobody's access, since an id is never given again.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     unique ids show through once a principal is deleted</a>
 */
final class Orphans {
    private Orphans() {}

    static List<Statement> dropped(List<Statement> statements, Partition home) {
        var leaving = new PrincipalRemoval(home, Principal.Orphan.class::isInstance);
        return statements.stream()
                .flatMap(statement -> (droppable(statement) ? leaving.from(statement).stream() : Stream.of(statement)))
                .toList();
    }

    /** Returns a warning for each id that is dropped. */
    static List<Warning> warnings(List<Statement> statements, Partition home) {
        return statements.stream()
                .filter(Orphans::droppable)
                .flatMap(statement -> statement.holders(home).stream()
                        .filter(Principal.Orphan.class::isInstance)
                        .map(orphan -> new Warning(
                                Warning.Kind.ORPHAN_DROPPED,
                                PlanWarnings.orphanDropped(orphan.text(), statement.denies()))))
                .toList();
    }

    private static boolean droppable(Statement statement) {
        return (statement.grants() || (statement.denies() && !statement.exceptsPrincipals()))
                && !Reserved.is(statement);
    }
}
