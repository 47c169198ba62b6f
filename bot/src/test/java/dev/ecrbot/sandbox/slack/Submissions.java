package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What is typed into a modal, and what the bot's acknowledgement does with the modal. */
final class Submissions {

    private final Modals modals;

    Submissions(Modals modals) {
        this.modals = modals;
    }

    /** Returns {@code state.values}; people name a field by its action_id or its block_id. */
    static ObjectNode values(View view, Map<String, String> typed) {
        ObjectNode values = Json.object();
        for (JsonNode block : view.blocks()) {
            if (block.path("type").asText().equals("input")) {
                String blockId = block.path("block_id").asText();
                JsonNode element = block.path("element");
                String actionId = element.path("action_id").asText();
                String type = element.path("type").asText();
                String value = typed.getOrDefault(actionId, typed.getOrDefault(blockId, initial(element)));
                ObjectNode field = values.putObject(blockId).putObject(actionId).put("type", type);
                switch (type) {
                    case "static_select" -> field.set("selected_option", option(element, value));
                    case "external_select" -> field.set("selected_option", offered(value));
                    case "datepicker" -> field.put("selected_date", value.isEmpty() ? null : value);
                    default -> field.put("value", value.isEmpty() ? null : value);
                }
            }
        }
        return values;
    }

    private static String initial(JsonNode element) {
        return element.path("initial_value").asText()
                + element.path("initial_date").asText()
                + element.path("initial_option").path("value").asText();
    }

    private static JsonNode option(JsonNode element, String value) {
        for (JsonNode option : element.path("options")) {
            if (option.path("value").asText().equals(value)) {
                return option;
            }
        }
        throw new IllegalArgumentException("there is no such choice: " + value);
    }

    /** What the bot offered isn't kept here: whoever fills in the field names the value of one of those. */
    private static JsonNode offered(String value) {
        if (value.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode option = Json.object().put("value", value);
        option.putObject("text").put("type", "plain_text").put("text", value);
        return option;
    }

    void acknowledged(View view, Delivery delivery) {
        if (!delivery.acknowledged()) {
            modals.replace(view.with(Map.of("", "We had some trouble connecting. Try again?")));
            return;
        }
        JsonNode answer = Json.parse(delivery.body()).orElseGet(Json::object);
        switch (answer.path("response_action").asText()) {
            case "errors" -> {
                Map<String, String> errors = new HashMap<>();
                answer.path("errors")
                        .properties()
                        .forEach(field ->
                                errors.put(field.getKey(), field.getValue().asText()));
                modals.replace(view.with(errors));
            }
            case "update" -> modals.update(view.id(), "", answer.path("view"));
            case "push" -> modals.push(view.personId(), answer.path("view"));
            case "clear" -> modals.clear(view.personId());
            default -> modals.close(view);
        }
    }
}
