package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a {@code Condition} element, as written: it is met by any of its values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM:
 *     Condition</a>
 */
public record Condition(String operator, String key, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    static List<Condition> of(JsonNode element) {
        var conditions = new ArrayList<Condition>();
        element.properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> conditions.add(
                                new Condition(operator.getKey(), key.getKey(), values(key.getValue())))));
        return List.copyOf(conditions);
    }

    private static List<String> values(JsonNode node) {
        return node.isArray() ? StatementShape.texts(node) : List.of(node.asText());
    }
}
