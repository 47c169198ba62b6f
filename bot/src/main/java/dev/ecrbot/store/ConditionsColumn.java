package dev.ecrbot.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.AccessConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of an access in a column, as they stand in a policy; nothing for what depends on nothing. */
final class ConditionsColumn {
    private ConditionsColumn() {}

    static Optional<String> write(Access access) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        access.conditions()
                .lines()
                .forEach(line -> line.values()
                        .forEach(json.withObjectProperty(line.operator()).withArrayProperty(line.key())::add));
        return json.isEmpty() ? Optional.empty() : Optional.of(json.toString());
    }

    static AccessConditions read(Optional<String> column) {
        var lines = new ArrayList<AccessCondition>();
        column.map(Details::tree)
                .ifPresent(json -> json.properties()
                        .forEach(operator -> operator.getValue().properties().forEach(key -> {
                            List<String> values = new ArrayList<>();
                            key.getValue().forEach((JsonNode value) -> values.add(value.asText()));
                            lines.add(new AccessCondition(operator.getKey(), key.getKey(), values));
                        })));
        return new AccessConditions(lines);
    }
}
