package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Sids;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement divided into one principal of it and the others. */
final class Split {
    private final Statement statement;
    private final Optional<Statement> others;
    private final Statement alone;

    Split(Statement statement, Principal principal, Partition home) {
        this.statement = statement;
        this.others = new PrincipalRemoval(home, principal::equals).from(statement);
        this.alone = new PrincipalRemoval(home, named -> !named.equals(principal))
                .from(statement)
                .orElseThrow();
    }

    /** Returns the statement without the principal, unless it names nobody else. */
    Optional<Statement> others() {
        return others;
    }

    /** Returns the statement with the principal alone. */
    Statement alone() {
        return alone;
    }

    /**
     * Returns the statement with the principal alone and fewer actions.
     *
     * @param taken the Sids that a new statement can't have
     */
    Statement alone(List<String> actions, Set<String> taken) {
        ObjectNode copy = (ObjectNode) alone.json();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        actions.forEach(array::add);
        copy.set("Action", array);
        boolean own = BotStatement.of(statement).isPresent();
        if (own || others.isPresent()) {
            copy.remove("Sid");
        }
        if (!own && others.isPresent()) {
            return Sids.split(statement.sid(), taken)
                    .map(sid -> Statement.of(withSid(sid, copy)))
                    .orElseGet(() -> Statement.of(copy));
        }
        return Statement.of(copy);
    }

    private static ObjectNode withSid(String sid, ObjectNode node) {
        ObjectNode first = JsonNodeFactory.instance.objectNode().put("Sid", sid);
        first.setAll(node);
        return first;
    }
}
