package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.Entry;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalFormClause;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes principals out of a statement. */
final class PrincipalRemoval {
    private final Partition home;
    private final Predicate<Principal> who;

    PrincipalRemoval(Partition home, Predicate<Principal> who) {
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
        boolean own = BotStatement.of(statement).isPresent();
        return Optional.of(PrincipalFormClause.of(statement)
                .map(clause -> from(statement, clause, own))
                .orElseGet(() -> named(statement, own)));
    }

    private Statement from(Statement statement, PrincipalFormClause clause, boolean own) {
        List<String> left = clause.values(statement).stream()
                .filter(value -> !who.test(clause.who().read(value).orElseThrow()))
                .toList();
        ObjectNode copy = (ObjectNode) statement.json();
        ObjectNode keys = (ObjectNode) copy.path("Condition").path(clause.operator());
        keys.set(clause.key(), own ? BotStatement.written(left) : array(left));
        return Statement.of(copy);
    }

    private Statement named(Statement statement, boolean own) {
        ObjectNode copy = (ObjectNode) statement.json();
        String name = statement.exceptsPrincipals() ? "NotPrincipal" : "Principal";
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        copy.path(name).properties().forEach(property -> {
            List<Entry> entries = statement.entries().stream()
                    .filter(entry -> entry.type().equals(property.getKey()))
                    .toList();
            List<String> left = entries.stream()
                    .filter(entry -> !who.test(entry.principal(home)))
                    .map(Entry::text)
                    .toList();
            if (left.size() == entries.size()) {
                element.set(property.getKey(), property.getValue());
            } else if (!left.isEmpty()) {
                element.set(property.getKey(), own ? BotStatement.written(left) : array(left));
            }
        });
        copy.set(name, element);
        return Statement.of(copy);
    }

    private static JsonNode array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
