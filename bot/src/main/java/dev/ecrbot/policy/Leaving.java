package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes principals out of a statement. */
final class Leaving {
    private final Partition home;
    private final Predicate<Principal> who;

    Leaving(Partition home, Predicate<Principal> who) {
        this.home = home;
        this.who = who;
    }

    /** Returns the statement without them: the very same if none is named there, nothing if nobody is left. */
    Optional<Statement> from(Statement statement) {
        if (statement.holders(home).stream().noneMatch(who)) {
            return Optional.of(statement);
        }
        if (statement.holders(home).stream().allMatch(who)) {
            return Optional.empty();
        }
        boolean own = OwnForm.of(statement).isPresent();
        return Optional.of(WhoClause.of(statement)
                .map(clause -> from(statement, clause, own))
                .orElseGet(() -> named(statement, own)));
    }

    private Statement from(Statement statement, WhoClause clause, boolean own) {
        List<String> left = clause.values(statement).stream()
                .filter(value -> !who.test(clause.who().read(value).orElseThrow()))
                .toList();
        ObjectNode copy = statement.node().deepCopy();
        ObjectNode keys = (ObjectNode) copy.path("Condition").path(clause.operator());
        keys.set(clause.key(), own ? OwnForm.written(left) : array(left));
        return Statement.of(copy);
    }

    private Statement named(Statement statement, boolean own) {
        ObjectNode copy = statement.node().deepCopy();
        ObjectNode element = Json.NODES.objectNode();
        copy.path("Principal").properties().forEach(property -> {
            List<String> texts = StatementShape.texts(property.getValue());
            List<String> left = texts.stream()
                    .filter(text -> !who.test(Principals.parse(property.getKey(), text, home)))
                    .toList();
            if (left.size() == texts.size()) {
                element.set(property.getKey(), property.getValue());
            } else if (!left.isEmpty()) {
                element.set(property.getKey(), own ? OwnForm.written(left) : array(left));
            }
        });
        copy.set("Principal", element);
        return Statement.of(copy);
    }

    private static JsonNode array(List<String> texts) {
        var array = Json.NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
