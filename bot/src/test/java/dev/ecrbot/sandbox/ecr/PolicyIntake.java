package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Takes a policy text as ECR does: refuses what ECR refuses, and makes of the rest what ECR stores.
 *
 * <p>Kept as written: a single text or an array, the order of actions and statements, Sids (blanks and the same one twice
 * included), Version and conditions. Not kept: whitespace, the order of keys, the order of principals in an array. ECR
 * says of nearly every mistake only that the policy is invalid. Whether a policy without statements can be stored isn't
 * documented; it is refused here.
 *
 * @param registry whether it is a registry policy, which must have a {@code Resource}; a repository policy must not
 * @param allActions whether a registry policy may hold any ECR action, as the scope V2 allows
 */
record PolicyIntake(PrincipalCheck principals, Random shuffle, boolean registry, boolean allActions) {

    private static final List<String> DOCUMENT_KEYS = List.of("Version", "Id", "Statement");
    private static final List<String> STATEMENT_KEYS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final Set<String> V1_ACTIONS =
            Set.of("ecr:replicateimage", "ecr:batchimportupstreamimage", "ecr:createrepository");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    ObjectNode stored(String text) {
        JsonNode document = parse(text);
        require(document.isObject() && onlyKeys(document, DOCUMENT_KEYS));
        require(!document.has("Version")
                || VERSIONS.contains(document.path("Version").asText()));
        JsonNode written = document.path("Statement");
        ArrayNode statements = JsonNodeFactory.instance.arrayNode();
        if (written.isObject()) {
            statements.add(statement(written));
        } else {
            written.forEach(each -> statements.add(statement(each)));
        }
        require(!statements.isEmpty());
        ObjectNode stored = ordered(document, DOCUMENT_KEYS);
        stored.set("Statement", statements);
        return stored;
    }

    private JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw AwsError.invalidPolicy(kind());
        }
    }

    private ObjectNode statement(JsonNode written) {
        require(written.isObject() && onlyKeys(written, STATEMENT_KEYS));
        require(Set.of("Allow", "Deny").contains(written.path("Effect").asText()));
        require(written.has("Principal") != written.has("NotPrincipal"));
        require(written.has("Action") != written.has("NotAction"));
        require(registry == (written.has("Resource") || written.has("NotResource")));
        List<String> actions = texts(written.has("Action") ? written.path("Action") : written.path("NotAction"));
        require(!actions.isEmpty() && actions.stream().allMatch(this::allowed));
        require(!written.has("Condition") || written.path("Condition").isObject());
        ObjectNode stored = ordered(written, STATEMENT_KEYS);
        for (String key : List.of("Principal", "NotPrincipal")) {
            if (written.has(key)) {
                stored.set(key, principals(written.path(key)));
            }
        }
        return stored;
    }

    private boolean allowed(String action) {
        String name = action.toLowerCase(Locale.ROOT);
        if (!name.equals("*") && !name.startsWith("ecr:")) {
            return false;
        }
        return registry ? allActions || V1_ACTIONS.contains(name) : !name.equals("ecr:getauthorizationtoken");
    }

    private JsonNode principals(JsonNode written) {
        if (written.isTextual()) {
            require(written.asText().equals("*"));
            return written;
        }
        require(written.isObject() && !written.isEmpty());
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        written.properties().forEach(entry -> stored.set(entry.getKey(), entries(entry.getKey(), entry.getValue())));
        return stored;
    }

    private JsonNode entries(String type, JsonNode written) {
        if (written.isTextual()) {
            return JsonNodeFactory.instance.textNode(principals.stored(type, written.asText()));
        }
        List<String> stored = new ArrayList<>();
        texts(written).forEach(entry -> stored.add(principals.stored(type, entry)));
        require(!stored.isEmpty());
        Collections.shuffle(stored, shuffle);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        stored.forEach(array::add);
        return array;
    }

    private List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        require(node.isArray());
        List<String> texts = new ArrayList<>();
        node.forEach(each -> {
            require(each.isTextual());
            texts.add(each.asText());
        });
        return texts;
    }

    private static ObjectNode ordered(JsonNode written, List<String> keys) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        keys.stream().filter(written::has).forEach(key -> ordered.set(key, written.path(key)));
        return ordered;
    }

    private static boolean onlyKeys(JsonNode written, List<String> keys) {
        return written.properties().stream().allMatch(entry -> keys.contains(entry.getKey()));
    }

    private void require(boolean right) {
        if (!right) {
            throw AwsError.invalidPolicy(kind());
        }
    }

    private String kind() {
        return registry ? "registry" : "repository";
    }
}
