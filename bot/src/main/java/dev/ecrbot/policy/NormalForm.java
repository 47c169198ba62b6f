package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Writes documents so that those who read a difference see what was really changed, and long lists stay readable. */
final class NormalForm {
    /** Nothing else stands at the beginning of such a line, since it is the document's own key. */
    private static final String PLACE = "  \"Statement\" : [";

    private NormalForm() {}

    static List<String> lines(ObjectNode root, List<Statement> statements) {
        if (statements.isEmpty()) {
            return List.of();
        }
        ObjectNode rest = Json.NODES.objectNode();
        root.properties().forEach(property -> rest.set(property.getKey(), property.getValue()));
        rest.set("Statement", Json.NODES.arrayNode());
        var lines = new ArrayList<String>();
        Json.lineByLine(rest).lines().forEach(line -> {
            if (line.startsWith(PLACE)) {
                lines.add(PLACE);
                lines.addAll(listed(statements));
                lines.add("  ]" + line.substring(PLACE.length() + " ]".length()));
            } else {
                lines.add(line);
            }
        });
        return lines;
    }

    // Each statement is written once, however many documents it stands in: most of two that are compared are the same.
    private static List<String> listed(List<Statement> statements) {
        var lines = new ArrayList<String>();
        for (Statement statement : statements) {
            if (!lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
            }
            lines.addAll(statement.lines());
        }
        return lines;
    }

    /** Returns the statement as it stands in its document's list. */
    static List<String> lines(Statement statement) {
        return Json.lineByLine(normal(statement))
                .lines()
                .map(line -> "    " + line)
                .toList();
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
        return BotStatement.written(StatementShape.texts(value));
    }
}
