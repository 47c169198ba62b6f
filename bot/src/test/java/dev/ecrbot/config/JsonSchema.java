package dev.ecrbot.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** As much of JSON Schema, draft 7, as the configuration's schema uses; anything else in a schema is an error. */
record JsonSchema(JsonNode root) {
    private static final Set<String> NOTES = Set.of("$schema", "title", "description", "default", "definitions");

    /** Returns the schema's own node behind references. */
    JsonNode resolved(JsonNode schema) {
        if (schema.has("allOf")) {
            return resolved(schema.get("allOf").get(0));
        }
        return schema.has("$ref")
                ? resolved(root.at(schema.get("$ref").textValue().replaceFirst(".*#", "")))
                : schema;
    }

    /** Returns what is wrong with the value; nothing if it is valid. */
    List<String> wrong(JsonNode value) {
        return wrong(value, root, "");
    }

    private List<String> wrong(JsonNode value, JsonNode schema, String path) {
        var found = new ArrayList<String>();
        schema.properties().forEach(keyword -> {
            if (!NOTES.contains(keyword.getKey())) {
                check(keyword.getKey(), keyword.getValue(), schema, value, path, found::add);
            }
        });
        return found;
    }

    private void check(
            String keyword, JsonNode wanted, JsonNode schema, JsonNode value, String path, Consumer<String> wrong) {
        switch (keyword) {
            case "$ref" -> wrong(value, resolved(schema), path).forEach(wrong);
            case "allOf" -> wanted.forEach(each -> wrong(value, each, path).forEach(wrong));
            case "anyOf" ->
                mustBe(
                        elements(wanted).stream()
                                .anyMatch(each -> wrong(value, each, path).isEmpty()),
                        path,
                        keyword,
                        wrong);
            case "type" ->
                mustBe(
                        elements(
                                        wanted.isArray()
                                                ? wanted
                                                : JsonNodeFactory.instance
                                                        .arrayNode()
                                                        .add(wanted))
                                .stream()
                                .anyMatch(type -> isOf(type.textValue(), value)),
                        path,
                        keyword,
                        wrong);
            case "enum" -> mustBe(elements(wanted).contains(value), path, keyword, wrong);
            case "pattern" -> mustBe(!value.isTextual() || matches(wanted, value.textValue()), path, keyword, wrong);
            case "minLength" ->
                mustBe(!value.isTextual() || value.textValue().length() >= wanted.intValue(), path, keyword, wrong);
            case "maxLength" ->
                mustBe(!value.isTextual() || value.textValue().length() <= wanted.intValue(), path, keyword, wrong);
            case "minimum" ->
                mustBe(!value.isNumber() || value.longValue() >= wanted.longValue(), path, keyword, wrong);
            case "maximum" ->
                mustBe(!value.isNumber() || value.longValue() <= wanted.longValue(), path, keyword, wrong);
            case "minItems" -> mustBe(!value.isArray() || value.size() >= wanted.intValue(), path, keyword, wrong);
            case "minProperties" ->
                mustBe(!value.isObject() || value.size() >= wanted.intValue(), path, keyword, wrong);
            case "required" ->
                wanted.forEach(
                        key -> mustBe(!value.isObject() || value.has(key.textValue()), path, key.textValue(), wrong));
            case "items" ->
                elements(value.isArray() ? value : wanted.path("none"))
                        .forEach(each -> wrong(each, wanted, path + "[]").forEach(wrong));
            case "propertyNames" ->
                value.fieldNames()
                        .forEachRemaining(name -> mustBe(matches(wanted.get("pattern"), name), path, name, wrong));
            case "properties" ->
                wanted.properties().stream()
                        .filter(each -> value.has(each.getKey()))
                        .forEach(each -> wrong(value.get(each.getKey()), each.getValue(), path + "." + each.getKey())
                                .forEach(wrong));
            case "additionalProperties" ->
                value.properties().stream()
                        .filter(each -> !schema.path("properties").has(each.getKey()))
                        .forEach(each -> additional(each.getKey(), each.getValue(), wanted, path, wrong));
            default -> throw new IllegalArgumentException("a keyword that this doesn't know: " + keyword);
        }
    }

    private void additional(String key, JsonNode value, JsonNode wanted, String path, Consumer<String> wrong) {
        if (wanted.isBoolean()) {
            mustBe(wanted.booleanValue(), path, "unknown key " + key, wrong);
        } else {
            wrong(value, wanted, path + "." + key).forEach(wrong);
        }
    }

    private static void mustBe(boolean so, String path, String keyword, Consumer<String> wrong) {
        if (!so) {
            wrong.accept(path + ": " + keyword);
        }
    }

    private static boolean matches(JsonNode pattern, String text) {
        return Pattern.compile(pattern.textValue()).matcher(text).find();
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> throw new IllegalArgumentException("a type that this doesn't know: " + type);
        };
    }
}
