package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.blocks.BlockText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message as it stands at one moment; an edit makes another one with the same {@code ts}. Holding on to an old one is
 * how a test clicks on a card that has been replaced since.
 *
 * @param ephemeralTo the id of the only person who sees it, if it isn't there for all
 * @param edits what the message was before, oldest first
 */
public record Message(
        String channelId,
        String ts,
        Optional<String> threadTs,
        boolean broadcast,
        String author,
        String text,
        JsonNode blocks,
        JsonNode attachments,
        Optional<JsonNode> metadata,
        Optional<String> ephemeralTo,
        List<Edit> edits) {

    /** An earlier state of a message, and when it was replaced. */
    public record Edit(Instant at, String text, JsonNode blocks, boolean shown) {}

    public Message {
        edits = List.copyOf(edits);
    }

    /** Returns all the text somebody sees, blocks in order, or the plain text where there are no blocks. */
    public String shown() {
        return blocks.isEmpty() ? text : BlockText.of(blocks);
    }

    /** Returns the files that were shared with it: what is in each, by its name. */
    public Map<String, String> files() {
        var found = new LinkedHashMap<String, String>();
        attachments.forEach(
                file -> found.put(file.path("title").asText(), file.path("text").asText()));
        return found;
    }

    /** Returns the buttons in the order they are shown. */
    public List<Button> buttons() {
        return Button.in(blocks);
    }

    public Optional<Button> button(String actionId) {
        return buttons().stream().filter(b -> b.actionId().equals(actionId)).findFirst();
    }

    /** Returns whether this message is the start of its thread, or stands alone. */
    public boolean topLevel() {
        return threadTs.isEmpty() || threadTs.get().equals(ts);
    }

    Message edited(Instant at, String newText, JsonNode newBlocks, boolean mark) {
        List<Edit> history = new ArrayList<>(edits);
        history.add(new Edit(at, text, blocks, mark));
        return new Message(
                channelId,
                ts,
                threadTs,
                broadcast,
                author,
                newText,
                newBlocks,
                attachments,
                metadata,
                ephemeralTo,
                history);
    }

    Message with(JsonNode newAttachments, Optional<JsonNode> newMetadata) {
        return new Message(
                channelId,
                ts,
                threadTs,
                broadcast,
                author,
                text,
                blocks,
                newAttachments,
                newMetadata.or(() -> metadata),
                ephemeralTo,
                edits);
    }

    /** Returns the message as answers and payloads carry it. */
    ObjectNode json(String teamId) {
        ObjectNode json = Json.object().put("type", "message").put("user", author);
        if (author.equals(Bot.USER)) {
            json.put("bot_id", Bot.BOT).put("app_id", Bot.APP);
        }
        json.put("ts", ts).put("text", text).put("team", teamId);
        threadTs.ifPresent(thread -> json.put("thread_ts", thread));
        if (!blocks.isEmpty()) {
            json.set("blocks", blocks);
        }
        if (!attachments.isEmpty()) {
            json.set("attachments", attachments);
        }
        metadata.ifPresent(data -> json.set("metadata", data));
        if (!edits.isEmpty() && edits.get(edits.size() - 1).shown()) {
            json.putObject("edited")
                    .put("user", author)
                    .put("ts", edits.get(edits.size() - 1).at().getEpochSecond() + ".000000");
        }
        return json;
    }
}
