package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code conversations.*}. */
final class ConversationMethods {

    private final Directory directory;
    private final Conversations conversations;

    ConversationMethods(Directory directory, Conversations conversations) {
        this.directory = directory;
        this.conversations = conversations;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.members", this::members,
                "users.conversations", this::own);
    }

    private ObjectNode open(Args args) {
        if (args.text("users").isEmpty()) {
            return channel(visible(args.required("channel")), args);
        }
        if (args.text("users").contains(",")) {
            throw new SlackError("method_not_supported_for_channel_type");
        }
        Person person = directory.person(args.text("users")).orElseThrow(() -> new SlackError("user_not_found"));
        switch (person.kind()) {
            case DEACTIVATED -> throw new SlackError("user_disabled");
            case BOT -> throw new SlackError("cannot_dm_bot");
            case MEMBER, GUEST_SINGLE, GUEST_MULTI, STRANGER -> {
                return channel(conversations.direct(person.id()), args);
            }
        }
        throw new IllegalStateException(person.toString());
    }

    private ObjectNode info(Args args) {
        return channel(visible(args.text("channel")), args);
    }

    private ObjectNode channel(Channel channel, Args args) {
        boolean direct = channel.kind() == Channel.Kind.DIRECT;
        ObjectNode answer = Json.object();
        ObjectNode json = answer.putObject("channel").put("id", channel.id()).put("is_im", direct);
        json.put("is_archived", channel.archived()).put("context_team_id", directory.teamId());
        if (direct) {
            json.put("user", channel.members().get(0)).put("is_user_deleted", false);
            return answer;
        }
        boolean shared = channel.members().stream()
                .flatMap(id -> directory.person(id).stream())
                .anyMatch(p -> !p.teamId().equals(directory.teamId()));
        json.put("name", channel.name()).put("name_normalized", channel.name());
        json.put("is_channel", channel.kind() == Channel.Kind.PUBLIC);
        json.put("is_group", false).put("is_mpim", false);
        json.put("is_private", channel.kind() == Channel.Kind.PRIVATE);
        json.put("is_member", channel.botIn());
        json.put("is_shared", shared).put("is_ext_shared", shared).put("is_org_shared", false);
        if (args.truth("include_num_members")) {
            json.put("num_members", everyone(channel).size());
        }
        return answer;
    }

    private ObjectNode own(Args args) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("channels");
        conversations.channels().stream()
                .filter(channel -> channel.botIn() && channel.kind() != Channel.Kind.DIRECT)
                .filter(channel -> !channel.archived() || !args.truth("exclude_archived"))
                .forEach(channel -> list.addObject()
                        .put("id", channel.id())
                        .put("name", channel.name())
                        .put("is_archived", channel.archived()));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode members(Args args) {
        List<String> all = everyone(visible(args.text("channel")));
        int limit = args.text("limit").isEmpty() ? 100 : Integer.parseInt(args.text("limit"));
        if (limit < 1 || limit > 1000) {
            throw new SlackError("invalid_limit");
        }
        int from = args.text("cursor").isEmpty() ? 0 : cursor(args.text("cursor"), all.size());
        int to = Math.min(all.size(), from + limit);
        ObjectNode answer = Json.object();
        ArrayNode page = Json.array(all.subList(from, to));
        answer.set("members", page);
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "from" + to : "");
        return answer;
    }

    private static int cursor(String cursor, int size) {
        if (!cursor.matches("from\\d{1,6}") || Integer.parseInt(cursor.substring(4)) > size) {
            throw new SlackError("invalid_cursor");
        }
        return Integer.parseInt(cursor.substring(4));
    }

    private static List<String> everyone(Channel channel) {
        List<String> everyone = new ArrayList<>(channel.members());
        if (channel.botIn()) {
            everyone.add(Bot.USER);
        }
        return everyone;
    }

    private Channel visible(String id) {
        return conversations
                .channel(id)
                .filter(c -> c.kind() != Channel.Kind.PRIVATE || c.botIn())
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }
}
