package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A button that somebody can click, and the block it stands in. */
public record Button(String blockId, JsonNode json) {

    public String actionId() {
        return json.path("action_id").asText();
    }

    public String text() {
        return json.path("text").path("text").asText();
    }

    public String value() {
        return json.path("value").asText();
    }

    /** Returns {@code primary} or {@code danger}, if it has one. */
    public Optional<String> style() {
        return Optional.ofNullable(json.path("style").textValue());
    }

    static List<Button> in(JsonNode blocks) {
        List<Button> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            String blockId = block.path("block_id").asText();
            for (JsonNode element : block.path("elements")) {
                add(found, blockId, element);
            }
            add(found, blockId, block.path("accessory"));
        }
        return found;
    }

    private static void add(List<Button> found, String blockId, JsonNode element) {
        if (element.path("type").asText().equals("button")) {
            found.add(new Button(blockId, element));
        }
    }

    /** Returns what a payload says of a click on it. */
    ObjectNode action(String actionTs) {
        ObjectNode action = Json.object().put("action_id", actionId()).put("block_id", blockId);
        action.set("text", json.path("text"));
        for (String field : List.of("value", "style", "url", "confirm")) {
            if (json.has(field)) {
                action.set(field, json.get(field));
            }
        }
        return action.put("type", "button").put("action_ts", actionTs);
    }
}
