package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes documents so that those who read a difference see what was really changed, and long lists stay readable. */
final class NormalForm {
    private NormalForm() {}

    static List<String> lines(ObjectNode rest, List<Statement> statements) {
        if (statements.isEmpty()) {
            return List.of();
        }
        ObjectNode root = rest.deepCopy();
        ArrayNode array = Json.NODES.arrayNode();
        statements.forEach(statement -> array.add(normal(statement)));
        root.set("Statement", array);
        return Json.lineByLine(root).lines().toList();
    }

    private static JsonNode normal(Statement statement) {
        if (statement.opaque()) {
            return statement.node();
        }
        ObjectNode normal = Json.NODES.objectNode();
        for (String key : StatementShape.KEYS) {
            if (statement.node().has(key)) {
                JsonNode value = statement.node().path(key);
                normal.set(key, isList(key) ? list(value) : value);
            }
        }
        statement.node().properties().stream()
                .filter(property -> !normal.has(property.getKey()))
                .forEach(property -> normal.set(property.getKey(), property.getValue()));
        return normal;
    }

    private static boolean isList(String key) {
        return switch (key) {
            case "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource" -> true;
            default -> false;
        };
    }

    private static JsonNode list(JsonNode value) {
        if (value.isObject()) {
            ObjectNode types = Json.NODES.objectNode();
            value.properties().forEach(property -> types.set(property.getKey(), list(property.getValue())));
            return types;
        }
        return OwnForm.written(StatementShape.texts(value));
    }
}
