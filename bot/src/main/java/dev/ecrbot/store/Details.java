package dev.ecrbot.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** What is kept as JSON in a column, since nobody queries it. */
final class Details {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, String>> NAMED_TEXTS = new TypeReference<>() {};

    private Details() {}

    static String write(Map<String, String> details) {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details that JSON can't hold", e);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return MAPPER.readValue(json, NAMED_TEXTS);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        e.clearLocation();
        return new IllegalStateException("a stored column isn't the JSON it was", e);
    }
}
