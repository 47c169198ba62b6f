package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The line of a statement's condition that says whom it is about, where its {@code Principal} element doesn't: everyone, but
 * of these organizations; the Lambda service, but for these functions.
 *
 * @param operator as written
 * @param key as written
 */
public record PrincipalFormClause(PrincipalForm who, String operator, String key) {
    /** Returns the line, if the statement has exactly one and every value in it is somebody for certain. */
    public static Optional<PrincipalFormClause> of(Statement statement) {
        return statement.clause();
    }

    /** Reads the line from a statement's elements. */
    static Optional<PrincipalFormClause> read(Statement statement) {
        if (statement.opaque() || statement.exceptsPrincipals()) {
            return Optional.empty();
        }
        List<Condition> telling = statement.conditions().stream()
                .filter(condition -> PrincipalForm.byKey(condition.key()).isPresent())
                .toList();
        return telling.size() == 1 ? read(statement, telling.get(0)) : Optional.empty();
    }

    private static Optional<PrincipalFormClause> read(Statement statement, Condition condition) {
        return PrincipalForm.byKey(condition.key())
                .filter(who -> who.stands(statement.entries()) && who.takes(condition.operator()))
                .filter(who -> !condition.values().isEmpty()
                        && condition.values().stream()
                                .allMatch(value -> who.read(value).isPresent()))
                .map(who -> new PrincipalFormClause(who, condition.operator(), condition.key()));
    }

    /** Returns the values as written. */
    public List<String> values(Statement statement) {
        return StatementShape.texts(
                statement.node().path("Condition").path(operator).path(key));
    }

    List<Principal> holders(Statement statement) {
        return values(statement).stream()
                .flatMap(value -> who.read(value).stream())
                .distinct()
                .toList();
    }

    /** Returns the other lines of the condition; empty if there are none. */
    ObjectNode rest(Statement statement) {
        ObjectNode condition = statement.node().path("Condition").deepCopy();
        ObjectNode keys = (ObjectNode) condition.path(operator);
        keys.remove(key);
        if (keys.isEmpty()) {
            condition.remove(operator);
        }
        return condition;
    }
}
