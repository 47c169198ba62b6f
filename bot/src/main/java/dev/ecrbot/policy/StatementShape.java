package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Tells whether a statement's elements have the forms that IAM's grammar gives them. Elements of other names may be there
 * and are kept, unless they are known names in another case: those might mean something to AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM: grammar</a>
 */
final class StatementShape {
    static final List<String> KEYS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private static final Set<String> EFFECTS = Set.of("allow", "deny");

    private StatementShape() {}

    static boolean understood(JsonNode node) {
        return node.isObject()
                && (!node.has("Sid") || node.path("Sid").isTextual())
                && EFFECTS.contains(AccessWords.fold(node.path("Effect").asText()))
                && node.path("Effect").isTextual()
                && oneOf(node, "Principal", "NotPrincipal", StatementShape::principals)
                && oneOf(node, "Action", "NotAction", StatementShape::isTexts)
                && noneOrOne(node, "Resource", "NotResource")
                && (!node.has("Condition") || conditions(node.path("Condition")))
                && node.properties().stream().noneMatch(property -> knownInOtherCase(property.getKey()));
    }

    /** Returns the texts of an element that is one text or an array of them. */
    static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        var texts = new ArrayList<String>();
        node.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    private static boolean oneOf(JsonNode node, String name, String opposite, Predicate<JsonNode> form) {
        return node.has(name) != node.has(opposite)
                && form.test(node.has(name) ? node.path(name) : node.path(opposite));
    }

    private static boolean noneOrOne(JsonNode node, String name, String opposite) {
        return (!node.has(name) && !node.has(opposite)) || oneOf(node, name, opposite, StatementShape::isTexts);
    }

    private static boolean isTexts(JsonNode node) {
        return node.isTextual() || (node.isArray() && all(node, JsonNode::isTextual));
    }

    private static boolean principals(JsonNode node) {
        return node.isTextual() ? node.textValue().equals("*") : node.isObject() && all(node, StatementShape::isTexts);
    }

    private static boolean conditions(JsonNode node) {
        return node.isObject() && all(node, keys -> keys.isObject() && all(keys, StatementShape::isScalars));
    }

    private static boolean isScalars(JsonNode node) {
        return isScalar(node) || (node.isArray() && all(node, StatementShape::isScalar));
    }

    private static boolean isScalar(JsonNode node) {
        return node.isTextual() || Numeral.is(node) || node.isBoolean();
    }

    private static boolean knownInOtherCase(String key) {
        return !KEYS.contains(key) && KEYS.stream().anyMatch(known -> known.equalsIgnoreCase(key));
    }

    private static boolean all(JsonNode node, Predicate<JsonNode> form) {
        return StreamSupport.stream(node.spliterator(), false).allMatch(form);
    }
}
