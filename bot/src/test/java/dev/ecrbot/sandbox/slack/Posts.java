package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ecrbot.sandbox.slack.blocks.Blocks;
import dev.ecrbot.sandbox.slack.blocks.Surface;
import java.util.List;
import java.util.Optional;

/** Writes messages, after Slack's own judgement of what they are made of. */
final class Posts {

    private static final int LONGEST_TEXT = 40_000;

    private final Conversations conversations;
    private final Timestamps timestamps;

    Posts(Conversations conversations, Timestamps timestamps) {
        this.conversations = conversations;
        this.timestamps = timestamps;
    }

    /** What a message says, judged and ready to be shown. */
    record Content(String text, ArrayNode blocks, ArrayNode attachments, Optional<JsonNode> metadata) {}

    Content content(Args args) {
        ArrayNode blocks = args.tree("blocks", "invalid_blocks_format")
                .map(b -> Blocks.accept(b, Surface.MESSAGE))
                .orElseGet(Json::array);
        Optional<JsonNode> metadata = args.tree("metadata", "invalid_metadata_format");
        metadata.ifPresent(data -> {
            if (!data.path("event_type").isTextual()
                    || !data.path("event_payload").isObject()) {
                throw new SlackError("invalid_metadata_schema");
            }
        });
        ArrayNode attachments = attachments(args);
        String text = args.text("text");
        if (text.isBlank() && blocks.isEmpty() && attachments.isEmpty()) {
            throw new SlackError("no_text");
        }
        return new Content(text, blocks, attachments, metadata);
    }

    private static ArrayNode attachments(Args args) {
        JsonNode attachments = args.tree("attachments", "invalid_attachments").orElseGet(Json::array);
        if (!attachments.isArray()) {
            throw new SlackError("invalid_attachments");
        }
        if (attachments.size() > 100) {
            throw new SlackError("too_many_attachments");
        }
        for (JsonNode attachment : attachments) {
            if (attachment.has("blocks")) {
                Blocks.accept(attachment.get("blocks"), Surface.MESSAGE);
            }
        }
        return (ArrayNode) attachments;
    }

    /** Text beyond the limit is cut off without a word, as Slack does. */
    Message post(String channelId, String author, Optional<String> thread, boolean broadcast, Content content) {
        return add(channelId, author, thread, broadcast, content, Optional.empty());
    }

    Message whisper(String channelId, String author, Optional<String> thread, Content content, String personId) {
        return add(channelId, author, thread, false, content, Optional.of(personId));
    }

    /** Slackbot tells somebody that an app didn't answer. */
    void slackbot(String channelId, String personId, String text) {
        Content content = new Content(text, Json.array(), Json.array(), Optional.empty());
        whisper(channelId, Bot.SLACKBOT, Optional.empty(), content, personId);
    }

    private Message add(
            String channelId,
            String author,
            Optional<String> thread,
            boolean broadcast,
            Content content,
            Optional<String> ephemeralTo) {
        String text =
                content.text().length() > LONGEST_TEXT ? content.text().substring(0, LONGEST_TEXT) : content.text();
        Message message = new Message(
                channelId,
                timestamps.next(),
                thread,
                broadcast,
                author,
                text,
                content.blocks(),
                content.attachments(),
                content.metadata(),
                ephemeralTo,
                List.of());
        conversations.add(message);
        return message;
    }
}
