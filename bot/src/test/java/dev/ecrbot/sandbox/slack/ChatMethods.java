package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.blocks.Blocks;
import dev.ecrbot.sandbox.slack.blocks.Surface;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** {@code chat.*}. */
final class ChatMethods {

    private static final int LONGEST_UPDATE = 40_000;

    private final Directory directory;
    private final Conversations conversations;
    private final Posts posts;
    private final Clock clock;

    ChatMethods(Directory directory, Conversations conversations, Posts posts, Clock clock) {
        this.directory = directory;
        this.conversations = conversations;
        this.posts = posts;
        this.clock = clock;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.postEphemeral", this::postEphemeral,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.getPermalink", this::permalink);
    }

    private ObjectNode postMessage(Args args) {
        Channel channel = writable(args.text("channel"));
        Posts.Content content = posts.content(args);
        Optional<String> thread = thread(args, channel);
        Message message = posts.post(channel.id(), Bot.USER, thread, args.truth("reply_broadcast"), content);
        ObjectNode answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", message.json(directory.teamId()));
        return answer;
    }

    private ObjectNode postEphemeral(Args args) {
        Channel channel = writable(args.text("channel"));
        String user = args.required("user");
        if (directory.person(user).isEmpty() || !channel.members().contains(user)) {
            throw new SlackError("user_not_in_channel");
        }
        Posts.Content content = posts.content(args);
        Message message = posts.whisper(channel.id(), Bot.USER, thread(args, channel), content, user);
        return Json.object().put("message_ts", message.ts());
    }

    /**
     * Text without blocks takes the blocks away. Slack marks a message as edited only if that was done by text.
     */
    private ObjectNode update(Args args) {
        Message message = own(args, "cant_update_message");
        boolean blocksGiven = args.values().containsKey("blocks");
        boolean textGiven = args.values().containsKey("text");
        if (!blocksGiven && !textGiven && !args.values().containsKey("attachments")) {
            throw new SlackError("no_text");
        }
        if (args.text("text").length() > LONGEST_UPDATE) {
            throw new SlackError("msg_too_long");
        }
        ArrayNode given = args.tree("blocks", "invalid_blocks_format")
                .map(b -> Blocks.accept(b, Surface.MESSAGE))
                .orElseGet(Json::array);
        if (given.isEmpty() && textGiven && args.text("text").isBlank()) {
            throw new SlackError("no_text");
        }
        JsonNode blocks = blocksGiven || textGiven ? given : message.blocks();
        String text = textGiven ? args.text("text") : message.text();
        JsonNode attachments = args.tree("attachments", "invalid_attachments").orElse(message.attachments());
        Optional<JsonNode> metadata = args.tree("metadata", "invalid_metadata_format");
        Message edited = conversations
                .replace(
                        message.channelId(),
                        message.ts(),
                        old -> old.edited(clock.instant(), text, blocks, blocks.isEmpty())
                                .with(attachments, metadata))
                .orElseThrow(() -> new SlackError("message_not_found"));
        ObjectNode answer = Json.object()
                .put("channel", edited.channelId())
                .put("ts", edited.ts())
                .put("text", edited.text());
        answer.set("message", edited.json(directory.teamId()));
        return answer;
    }

    private ObjectNode delete(Args args) {
        Message message = own(args, "cant_delete_message");
        conversations.remove(message.channelId(), message.ts());
        return Json.object().put("channel", message.channelId()).put("ts", message.ts());
    }

    private ObjectNode permalink(Args args) {
        Channel channel = visible(args.text("channel"));
        Message message = lasting(channel.id(), args.text("message_ts"));
        String link = "https://" + directory.domain() + ".slack.com/archives/" + channel.id() + "/p"
                + message.ts().replace(".", "");
        if (!message.topLevel()) {
            link += "?thread_ts=" + message.threadTs().orElseThrow() + "&cid=" + channel.id();
        }
        return Json.object().put("channel", channel.id()).put("permalink", link);
    }

    private Message own(Args args, String refusal) {
        Channel channel = visible(args.text("channel"));
        Message message = lasting(channel.id(), args.text("ts"));
        if (!message.author().equals(Bot.USER)) {
            throw new SlackError(refusal);
        }
        if (channel.archived()) {
            throw new SlackError("is_archived");
        }
        return message;
    }

    /** An ephemeral message is nowhere once it was sent. */
    private Message lasting(String channelId, String ts) {
        return conversations
                .find(channelId, ts)
                .filter(m -> m.ephemeralTo().isEmpty())
                .orElseThrow(() -> new SlackError("message_not_found"));
    }

    private Optional<String> thread(Args args, Channel channel) {
        String thread = args.text("thread_ts");
        if (thread.isEmpty()) {
            return Optional.empty();
        }
        Message parent = conversations
                .find(channel.id(), thread)
                .filter(m -> m.ephemeralTo().isEmpty())
                .orElseThrow(() -> new SlackError("thread_not_found"));
        return Optional.of(parent.threadTs().orElse(parent.ts()));
    }

    private Channel visible(String id) {
        return conversations
                .channel(id)
                .filter(c -> c.kind() != Channel.Kind.PRIVATE || c.botIn())
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }

    private Channel writable(String id) {
        Optional<Person> person = directory.person(id);
        if (person.isPresent()) {
            return switch (person.get().kind()) {
                case DEACTIVATED, BOT -> throw new SlackError("channel_not_found");
                default -> conversations.direct(id);
            };
        }
        Channel channel = visible(conversations
                .channel(id)
                .or(() -> conversations.named(id))
                .map(Channel::id)
                .orElse(id));
        if (channel.archived()) {
            throw new SlackError("is_archived");
        }
        if (!channel.botIn()) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }
}
