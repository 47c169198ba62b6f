package dev.ecrbot.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A policy as a tree. Principals stand in order in it, since AWS shuffles them at every write. */
record Paper(ObjectNode tree) {
    private static final JsonMapper JSON = new JsonMapper();

    static Paper of(String text) {
        try {
            Paper paper = new Paper((ObjectNode) JSON.readTree(text));
            paper.statements().forEach(Paper::sortPrincipals);
            return paper;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    String version() {
        return tree.path("Version").asText();
    }

    List<JsonNode> statements() {
        return stream(tree.path("Statement"));
    }

    /** Returns the statements that the bot didn't write, as they stand. */
    List<JsonNode> foreign() {
        return statements().stream()
                .filter(statement -> !statement.path("Sid").asText().startsWith("EcrBot"))
                .toList();
    }

    /** Returns the one statement with this Sid. */
    JsonNode statement(String sid) {
        return statements().stream()
                .filter(statement -> statement.path("Sid").asText().equals(sid))
                .reduce((one, other) -> {
                    throw new AssertionError("two statements are called " + sid);
                })
                .orElseThrow(() -> new AssertionError("no statement is called " + sid + " in " + tree));
    }

    /** Returns what the allowing statements that name this principal give. */
    Set<String> allowed(String principal) {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : statements()) {
            if (statement.path("Effect").asText().equals("Allow")
                    && names(statement).contains(principal)) {
                actions.addAll(texts(statement.path("Action")));
            }
        }
        return actions;
    }

    private static List<String> names(JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        return texts(principal.isObject() ? principal.path("AWS") : principal);
    }

    private static void sortPrincipals(JsonNode statement) {
        if (statement.path("Principal").path("AWS") instanceof ArrayNode several) {
            List<String> sorted = new ArrayList<>(new TreeSet<>(texts(several)));
            several.removeAll();
            sorted.forEach(several::add);
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : stream(node).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
