package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a statement's elements list, in the order written; where there is a {@code Not…} element instead, what that one lists.
 *
 * @param effect as written, in whatever case; nothing where no element is understood
 * @param actions each as often as it is written
 */
record Elements(
        String effect,
        List<Entry> principals,
        List<String> actions,
        List<String> resources,
        List<Condition> conditions) {
    static final Elements NONE = new Elements("", List.of(), List.of(), List.of(), List.of());

    /** Reads those of a statement that is {@linkplain StatementShape#understood understood}. */
    static Elements of(JsonNode node) {
        return new Elements(
                node.path("Effect").asText(),
                Entry.of(either(node, "Principal")),
                StatementShape.texts(either(node, "Action")),
                StatementShape.texts(either(node, "Resource")),
                Condition.of(node.path("Condition")));
    }

    private static JsonNode either(JsonNode node, String name) {
        return node.has("Not" + name) ? node.path("Not" + name) : node.path(name);
    }
}
