package dev.ecrbot.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.ecrbot.sandbox.slack.blocks.BlockText;
import dev.ecrbot.sandbox.slack.blocks.Blocks;
import dev.ecrbot.sandbox.slack.blocks.Surface;
import dev.ecrbot.slack.message.Rendered;
import java.util.ArrayList;
import java.util.List;

/** A message as Slack takes it: judged by Slack's limits first. */
public record Accepted(Rendered message, JsonNode blocks) {
    // To make one takes longer than to write a message with it.
    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Accepted of(Rendered message) {
        String json = GSON.toJson(message.blocks(), new TypeToken<List<LayoutBlock>>() {}.getType());
        try {
            return new Accepted(message, Blocks.accept(MAPPER.readTree(json), Surface.MESSAGE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all that a person reads. */
    public String shown() {
        return BlockText.of(blocks);
    }

    /** Returns everything that Slack reads as markup, where a mention would notify somebody. */
    public String markup() {
        var found = new ArrayList<String>(List.of(message.text()));
        blocks.findParents("type").stream()
                .filter(node -> node.path("type").asText().equals("mrkdwn"))
                .forEach(node -> found.add(node.path("text").asText()));
        return String.join("\n", found);
    }

    public List<String> buttons() {
        return blocks.findParents("action_id").stream()
                .map(node -> node.path("action_id").asText())
                .toList();
    }
}
