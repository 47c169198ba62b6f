package dev.ecrbot.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.store.packed.Packed;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A plan in a column, without the texts of its policies: a JSON array of what stands for these, of all else, packed, and of its
 * warnings' kinds, which are looked for there. Until 19.2 it was the JSON object itself.
 */
final class PlanColumn {
    private static final List<String> POLICIES = List.of("base", "proposed");

    private PlanColumn() {}

    static String write(Plan plan, RequestId owner, PolicyTexts texts) {
        var json = (ObjectNode) plan.toJson();
        var stored = JsonNodeFactory.instance.arrayNode();
        POLICIES.forEach(name -> stored.add(texts.keep(json.remove(name).asText(), owner.value())));
        stored.add(Packed.line(json.toString()));
        plan.warnings().stream()
                .map(warning -> warning.kind().name())
                .distinct()
                .forEach(stored::add);
        return stored.toString();
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
        JsonNode tree = Details.tree(stored);
        if (tree instanceof ArrayNode array) {
            return whole(unpacked(array), array.path(0).asText(), array.path(1).asText(), texts);
        }
        if (tree instanceof ObjectNode json) {
            return whole(json, json.path("base").asText(), json.path("proposed").asText(), texts);
        }
        throw notAPlan();
    }

    private static ObjectNode unpacked(ArrayNode array) {
        if (Details.tree(Packed.fromLine(array.path(2).asText())) instanceof ObjectNode json) {
            return json;
        }
        throw notAPlan();
    }

    private static Plan whole(ObjectNode json, String base, String proposed, PolicyTexts texts) {
        List<String> read = texts.texts(List.of(base, proposed));
        IntStream.range(0, POLICIES.size()).forEach(i -> json.put(POLICIES.get(i), read.get(i)));
        return Plan.fromJson(json);
    }

    private static IllegalStateException notAPlan() {
        return new IllegalStateException("a stored plan is a JSON object, or an array with one packed in it");
    }
}
