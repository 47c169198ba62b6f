package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /**
     * Returns an understood statement that is about everything a statement may be about which isn't understood: what can be
     * read of it is there, what can't be is as wide as it can be.
     */
    static ObjectNode widest(JsonNode node) {
        ObjectNode widest = Json.NODES.objectNode();
        widest.put("Effect", isEffect(node) ? node.path("Effect").textValue() : "Allow");
        keep(node, widest, "Principal", "NotPrincipal", StatementShape::principals);
        keep(node, widest, "Action", "NotAction", StatementShape::isTexts);
        keep(node, widest, "Resource", "NotResource", StatementShape::isTexts);
        if (isSpelt(node, "Condition") && conditions(node.path("Condition"))) {
            widest.set("Condition", node.path("Condition"));
        }
        if (!widest.has("Principal") && !widest.has("NotPrincipal")) {
            widest.put("Principal", "*");
        }
        if (!widest.has("Action") && !widest.has("NotAction")) {
            widest.put("Action", "*");
        }
        return widest;
    }

    /** Returns whether a statement that may not be understood says for certain whether it allows or denies. */
    static boolean isEffect(JsonNode node) {
        return isSpelt(node, "Effect")
                && node.path("Effect").isTextual()
                && EFFECTS.contains(AccessWords.fold(node.path("Effect").textValue()));
    }

    private static void keep(JsonNode node, ObjectNode widest, String name, String opposite, Predicate<JsonNode> form) {
        if (isSpelt(node, name) && isSpelt(node, opposite) && oneOf(node, name, opposite, form)) {
            String kept = node.has(name) ? name : opposite;
            widest.set(kept, node.path(kept));
        }
    }

    // The same name in another case might mean the same to AWS, or nothing.
    private static boolean isSpelt(JsonNode node, String name) {
        return node.properties().stream()
                .noneMatch(property -> property.getKey().equalsIgnoreCase(name)
                        && !property.getKey().equals(name));
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
