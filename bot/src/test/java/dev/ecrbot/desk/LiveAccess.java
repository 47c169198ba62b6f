package dev.ecrbot.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy says, read without the help of the code under test.
 *
 * @param ours who may do what until when, by statements that others didn't write
 * @param foreign the statements that others wrote
 */
public record LiveAccess(Set<Mode> ours, List<JsonNode> foreign) {
    /** What the Sid of every statement of others begins with. */
    public static final String BY_HAND = "by hand";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One principal's leave to do one thing. */
    public record Mode(String principal, String action, Optional<Instant> until) {}

    public static LiveAccess of(Optional<String> policy) {
        Set<Mode> ours = new HashSet<>();
        List<JsonNode> foreign = new ArrayList<>();
        policy.ifPresent(text -> {
            for (JsonNode statement : parsed(text).path("Statement")) {
                if (statement.path("Sid").asText().startsWith(BY_HAND)) {
                    foreign.add(statement);
                } else {
                    ours.addAll(modes(statement));
                }
            }
        });
        return new LiveAccess(ours, foreign);
    }

    private static Set<Mode> modes(JsonNode statement) {
        JsonNode end = statement.path("Condition").path("DateLessThan").path("aws:CurrentTime");
        Optional<Instant> until = texts(end).stream().findFirst().map(Instant::parse);
        Set<Mode> modes = new HashSet<>();
        for (String principal : texts(statement.path("Principal").path("AWS"))) {
            texts(statement.path("Action")).forEach(action -> modes.add(new Mode(principal, action, until)));
        }
        return modes;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
