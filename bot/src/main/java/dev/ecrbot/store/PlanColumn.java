package dev.ecrbot.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.plan.Plan;
import java.sql.SQLException;
import java.util.List;

/** A plan in a column, without the texts of its policies. */
final class PlanColumn {
    private static final List<String> POLICIES = List.of("base", "proposed");

    private PlanColumn() {}

    static String write(Plan plan, PolicyTexts texts) {
        var json = (ObjectNode) plan.toJson();
        POLICIES.forEach(name -> json.put(name, texts.keep(json.path(name).asText())));
        return json.toString();
    }

    static Plan read(Row row, String column) throws SQLException {
        if (Details.tree(row.text(column)) instanceof ObjectNode json) {
            POLICIES.forEach(
                    name -> json.put(name, row.texts().text(json.path(name).asText())));
            return Plan.fromJson(json);
        }
        throw new IllegalStateException("a stored plan is a JSON object");
    }
}
