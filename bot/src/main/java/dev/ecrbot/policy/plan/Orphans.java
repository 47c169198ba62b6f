package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unique ids of deleted principals in statements that name whom they are about, or whom they except. AWS may refuse a
 * document that has one, whatever else changes in it; dropping them changes nobody's access, since an id is never given again. A
 * Deny that spares nobody else is about everybody; an Allow for all but them stays as it is, or it would be written anew as one
 * for everybody.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     unique ids show through once a principal is deleted</a>
 */
final class Orphans {
    private Orphans() {}

    static List<Statement> dropped(List<Statement> statements, Partition home) {
        var leaving = new PrincipalRemoval(home, Principal.Orphan.class::isInstance);
        return statements.stream()
                .flatMap(statement -> {
                    if (!droppable(statement, home)) {
                        return Stream.of(statement);
                    }
                    return exceptsNobodyElse(statement, home)
                            ? Stream.of(aboutEverybody(statement))
                            : leaving.from(statement).stream();
                })
                .toList();
    }

    /** Returns a warning for each id that is dropped. */
    static List<Warning> warnings(List<Statement> statements, Partition home) {
        return statements.stream()
                .filter(statement -> droppable(statement, home))
                .flatMap(statement -> statement.holders(home).stream()
                        .filter(Principal.Orphan.class::isInstance)
                        .map(orphan -> new Warning(
                                Warning.Kind.ORPHAN_DROPPED,
                                PlanWarnings.orphanDropped(
                                        orphan.text(), statement.denies() != statement.exceptsPrincipals()))))
                .toList();
    }

    private static boolean droppable(Statement statement, Partition home) {
        return (statement.denies() || (statement.allows() && !exceptsNobodyElse(statement, home)))
                && !Reserved.is(statement);
    }

    private static boolean exceptsNobodyElse(Statement statement, Partition home) {
        List<Principal> named = statement.principals(home);
        return statement.exceptsPrincipals()
                && !named.isEmpty()
                && named.stream().allMatch(Principal.Orphan.class::isInstance);
    }

    private static Statement aboutEverybody(Statement statement) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        statement.json().properties().forEach(element -> {
            if (element.getKey().equals("NotPrincipal")) {
                copy.put("Principal", "*");
            } else {
                copy.set(element.getKey(), element.getValue());
            }
        });
        return Statement.of(copy);
    }
}
