package dev.ecrbot.policy.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.policy.PolicyDocument;

/** JSON trees as text. */
final class Trees {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Trees() {}

    static JsonNode of(PolicyDocument policy) {
        try {
            return MAPPER.readTree(policy.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy is JSON", e);
        }
    }

    static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }
}
