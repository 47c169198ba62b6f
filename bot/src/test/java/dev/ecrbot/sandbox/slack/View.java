package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.blocks.BlockText;
import java.util.Map;
import java.util.Optional;

/**
 * A modal or Home tab as one person sees it.
 *
 * @param content what the bot sent: type, title, blocks, private_metadata …
 * @param errors what the bot found wrong with the last submission, by block id
 */
public record View(
        String id,
        String personId,
        String rootId,
        Optional<String> previousId,
        String hash,
        JsonNode content,
        Map<String, String> errors) {

    public View {
        errors = Map.copyOf(errors);
    }

    public String title() {
        return content.path("title").path("text").asText();
    }

    public JsonNode blocks() {
        return content.path("blocks");
    }

    public String callbackId() {
        return content.path("callback_id").asText();
    }

    public String shown() {
        return BlockText.of(blocks());
    }

    boolean modal() {
        return content.path("type").asText().equals("modal");
    }

    View with(JsonNode newContent, String newHash) {
        return new View(id, personId, rootId, previousId, newHash, newContent, Map.of());
    }

    View with(Map<String, String> newErrors) {
        return new View(id, personId, rootId, previousId, hash, content, newErrors);
    }

    /** Returns the view as answers and payloads carry it. */
    ObjectNode json(String teamId, JsonNode stateValues) {
        ObjectNode json = content.deepCopy();
        json.put("id", id).put("team_id", teamId).put("hash", hash).put("root_view_id", rootId);
        json.put("previous_view_id", previousId.orElse(null));
        json.put("app_id", Bot.APP).put("app_installed_team_id", teamId).put("bot_id", Bot.BOT);
        for (String field : new String[] {"private_metadata", "callback_id", "external_id"}) {
            json.put(field, content.path(field).asText());
        }
        json.putObject("state").set("values", stateValues);
        return json;
    }
}
