package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A policy as it is stored, roles and users by their unique ids. The tree is never changed. */
record StoredPolicy(ObjectNode tree) {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** Returns the text that AWS answers with: who exists by ARN, who was deleted by the id that is left. */
    String shown(Iam iam) {
        ObjectNode shown = tree.deepCopy();
        for (JsonNode statement : shown.path("Statement")) {
            show(statement.path("Principal"), iam);
            show(statement.path("NotPrincipal"), iam);
        }
        try {
            return WRITER.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void show(JsonNode principal, Iam iam) {
        if (principal instanceof ObjectNode types && types.has("AWS")) {
            types.set("AWS", shown(types.path("AWS"), iam));
        }
    }

    private static JsonNode shown(JsonNode entries, Iam iam) {
        if (entries.isTextual()) {
            return JsonNodeFactory.instance.textNode(arn(entries, iam));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> array.add(arn(entry, iam)));
        return array;
    }

    private static String arn(JsonNode entry, Iam iam) {
        return iam.arn(entry.asText()).orElse(entry.asText());
    }
}
