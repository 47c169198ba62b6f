package dev.ecrbot.policy.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Unresolved;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out a template's functions as far as that goes before deployment: pseudo parameters that are known, defaults of
 * parameters, joined and substituted texts. What is left is {@linkplain Unresolved open}. Where a list says {@code Fn::If},
 * both of its sides are looked at. CloudFormation makes texts of numbers, so that is done here, too.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">CloudFormation:
 *     intrinsic functions</a>
 */
final class Intrinsics {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]{1,200})}");
    private static final String IF = "Fn::If";
    private static final String NO_VALUE = "AWS::NoValue";

    private final Map<String, String> values = new HashMap<>();

    Intrinsics(JsonNode parameters, Contents.Beforehand beforehand) {
        for (var parameter : parameters.properties()) {
            JsonNode instead = parameter.getValue().path("Default");
            if (parameter.getValue().path("Type").asText().equals("String") && instead.isValueNode()) {
                values.put(parameter.getKey(), instead.asText());
            }
        }
        Partition partition = beforehand.region().map(Region::partition).orElse(Partition.AWS);
        values.put("AWS::Partition", partition.id());
        values.put("AWS::URLSuffix", partition.dnsSuffix());
        beforehand.region().map(Region::value).ifPresent(region -> values.put("AWS::Region", region));
        beforehand.owner().map(AccountId::value).ifPresent(account -> values.put("AWS::AccountId", account));
    }

    JsonNode resolved(JsonNode node) {
        if (node.isArray()) {
            return list(node);
        }
        if (!node.isObject()) {
            return node.isNull() ? node : NODES.textNode(node.asText());
        }
        Optional<String> function = function(node);
        if (function.isPresent()) {
            return called(function.get(), node.path(function.get()));
        }
        ObjectNode object = NODES.objectNode();
        for (var property : node.properties()) {
            if (!isNoValue(property.getValue())) {
                object.set(property.getKey(), resolved(property.getValue()));
            }
        }
        return object;
    }

    private ArrayNode list(JsonNode node) {
        ArrayNode list = NODES.arrayNode();
        for (JsonNode element : node) {
            if (element.has(IF) && element.size() == 1) {
                add(element.path(IF).path(1), list);
                add(element.path(IF).path(2), list);
            } else {
                add(element, list);
            }
        }
        return list;
    }

    private void add(JsonNode element, ArrayNode list) {
        if (!isNoValue(element) && !element.isMissingNode()) {
            list.add(resolved(element));
        }
    }

    private static boolean isNoValue(JsonNode node) {
        return node.path("Ref").asText().equals(NO_VALUE);
    }

    private static Optional<String> function(JsonNode node) {
        return node.size() == 1
                ? Optional.of(node.fieldNames().next()).filter(name -> name.startsWith("Fn::") || name.equals("Ref"))
                : Optional.empty();
    }

    private JsonNode called(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> NODES.textNode(value(argument.asText()));
            case "Fn::Sub" -> NODES.textNode(substituted(argument));
            case "Fn::Join" -> joined(argument);
            case IF -> resolved(isNoValue(argument.path(1)) ? argument.path(2) : argument.path(1));
            default -> NODES.textNode(Unresolved.value(function));
        };
    }

    private String value(String name) {
        return values.getOrDefault(name, Unresolved.value(name));
    }

    private String substituted(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode own = argument.path(1);
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(2);
            // What begins with an exclamation mark is left to IAM, without the mark.
            String filled =
                    !found.group(1).isEmpty() ? "${" + name + "}" : own.has(name) ? text(own.path(name)) : value(name);
            return Matcher.quoteReplacement(filled);
        });
    }

    private String text(JsonNode node) {
        JsonNode resolved = resolved(node);
        return resolved.isTextual() ? resolved.textValue() : Unresolved.value("Fn::Sub");
    }

    private JsonNode joined(JsonNode argument) {
        JsonNode parts = resolved(argument.path(1));
        if (!parts.isArray()) {
            return NODES.textNode(Unresolved.value("Fn::Join"));
        }
        var text = new StringBuilder();
        for (int at = 0; at < parts.size(); at++) {
            text.append(at == 0 ? "" : argument.path(0).asText())
                    .append(parts.path(at).asText());
        }
        return NODES.textNode(text.toString());
    }
}
