package dev.ecrbot.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan in a column, without the texts of its policies. */
final class PlanColumn {
    private static final List<String> POLICIES = List.of("base", "proposed");

    private PlanColumn() {}

    static String write(Plan plan, RequestId owner, PolicyTexts texts) {
        var json = (ObjectNode) plan.toJson();
        POLICIES.forEach(name -> json.put(name, texts.keep(json.path(name).asText(), owner.value())));
        return json.toString();
    }

    /** Returns the plan that stands there; one that says nothing where it isn't kept any more. */
    static Plan read(Row row, String column) throws SQLException {
        Optional<String> stored = row.textIfAny(column);
        if (stored.isEmpty()) {
            return Plan.nothing();
        }
        return row.texts().plan(stored.get(), json -> parsed(json, row.texts()));
    }

    private static Plan parsed(String stored, PolicyTexts texts) {
        if (Details.tree(stored) instanceof ObjectNode json) {
            List<String> read = texts.texts(
                    POLICIES.stream().map(name -> json.path(name).asText()).toList());
            IntStream.range(0, POLICIES.size()).forEach(i -> json.put(POLICIES.get(i), read.get(i)));
            return Plan.fromJson(json);
        }
        throw new IllegalStateException("a stored plan is a JSON object");
    }
}
