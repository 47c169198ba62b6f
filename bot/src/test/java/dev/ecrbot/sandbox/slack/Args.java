package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call, from a form or a JSON body; nested ones stay JSON text either way. */
record Args(Map<String, String> values) {

    static Args parse(String contentType, String body) {
        return contentType.startsWith("application/json") ? json(body) : form(body);
    }

    private static Args form(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Args(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Args json(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode json = Json.parse(body).orElseThrow(() -> new SlackError("invalid_json"));
        json.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? field.getValue().textValue()
                                : field.getValue().toString()));
        return new Args(values);
    }

    /** Returns the argument, empty where there is none. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw new SlackError("invalid_arguments", List.of("[ERROR] missing required field: " + name));
        }
        return value;
    }

    boolean truth(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    Optional<JsonNode> tree(String name, String errorIfBroken) {
        return Optional.ofNullable(values.get(name))
                .map(text -> Json.parse(text).orElseThrow(() -> new SlackError(errorIfBroken)));
    }
}
