package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** What Slack tells an app of a command, a click or a submission. */
final class Payloads {

    private final Directory directory;

    private volatile String command = "/ecr";

    Payloads(Directory directory) {
        this.directory = directory;
    }

    /** From now on, the app's slash command has this name. */
    void called(String name) {
        command = name;
    }

    ObjectNode command(Person person, Channel channel, String text, URI responseUrl, String trigger) {
        ObjectNode fields = Json.object()
                .put("token", Bot.VERIFICATION_TOKEN)
                .put("team_id", person.teamId())
                .put("team_domain", directory.domain());
        directory
                .enterpriseId()
                .ifPresent(id -> fields.put("enterprise_id", id).put("enterprise_name", "Example Grid"));
        return fields.put("channel_id", channel.id())
                .put("channel_name", channel.payloadName())
                .put("user_id", person.id())
                .put("user_name", person.name())
                .put("command", command)
                .put("text", text.strip())
                .put("api_app_id", Bot.APP)
                .put("is_enterprise_install", "false")
                .put("response_url", responseUrl.toString())
                .put("trigger_id", trigger);
    }

    ObjectNode click(
            Person person,
            Channel channel,
            Message message,
            Button button,
            URI responseUrl,
            String trigger,
            String ts) {
        ObjectNode payload = interaction("block_actions", person).put("trigger_id", trigger);
        boolean ephemeral = message.ephemeralTo().isPresent();
        ObjectNode container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", ephemeral);
        message.threadTs().ifPresent(thread -> container.put("thread_ts", thread));
        payload.putObject("channel").put("id", channel.id()).put("name", channel.payloadName());
        // Slack keeps nothing of an ephemeral message, so it can't send it along either.
        if (!ephemeral) {
            payload.set("message", message.json(directory.teamId()));
        }
        payload.putObject("state").putObject("values");
        payload.put("response_url", responseUrl.toString());
        payload.putArray("actions").add(button.action(ts));
        return payload;
    }

    ObjectNode homeOpened(Person person, String channelId, long second) {
        ObjectNode payload = Json.object()
                .put("token", Bot.VERIFICATION_TOKEN)
                .put("team_id", directory.teamId())
                .put("api_app_id", Bot.APP)
                .put("type", "event_callback")
                .put("event_id", "Ev" + second)
                .put("event_time", second);
        directory.enterpriseId().ifPresent(id -> payload.put("enterprise_id", id));
        payload.putObject("event")
                .put("type", "app_home_opened")
                .put("user", person.id())
                .put("channel", channelId)
                .put("tab", "home")
                .put("event_ts", second + ".000100");
        return payload;
    }

    /** A click on a button of a view, which has no channel and no address for answers. */
    ObjectNode click(Person person, View view, Button button, String trigger, String ts) {
        ObjectNode payload = interaction("block_actions", person).put("trigger_id", trigger);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.json(directory.teamId(), Json.object()));
        payload.putArray("actions").add(button.action(ts));
        return payload;
    }

    /** What somebody types in a field that asks the bot for its options. */
    ObjectNode suggestion(Person person, View view, String actionId, String typed) {
        ObjectNode payload = interaction("block_suggestion", person).put("action_id", actionId);
        for (JsonNode block : view.blocks()) {
            if (block.path("element").path("action_id").asText().equals(actionId)) {
                payload.put("block_id", block.path("block_id").asText());
            }
        }
        payload.put("value", typed);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.json(directory.teamId(), Json.object()));
        return payload;
    }

    /** A change in a field of which the bot wants to be told. */
    ObjectNode change(Person person, View view, JsonNode values, String actionId, String trigger, String ts) {
        ObjectNode payload = interaction("block_actions", person).put("trigger_id", trigger);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.json(directory.teamId(), values));
        for (JsonNode block : view.blocks()) {
            if (block.path("element").path("action_id").asText().equals(actionId)) {
                String blockId = block.path("block_id").asText();
                ObjectNode action = values.path(blockId).path(actionId).deepCopy();
                payload.putArray("actions")
                        .add(action.put("action_id", actionId)
                                .put("block_id", blockId)
                                .put("action_ts", ts));
            }
        }
        return payload;
    }

    ObjectNode shortcut(Person person, String callbackId, String trigger) {
        return interaction("shortcut", person).put("callback_id", callbackId).put("trigger_id", trigger);
    }

    ObjectNode messageShortcut(
            Person person, Channel channel, Message message, String callbackId, URI responseUrl, String trigger) {
        ObjectNode payload = interaction("message_action", person)
                .put("callback_id", callbackId)
                .put("trigger_id", trigger)
                .put("message_ts", message.ts())
                .put("response_url", responseUrl.toString());
        payload.putObject("channel").put("id", channel.id()).put("name", channel.payloadName());
        payload.set("message", message.json(directory.teamId()));
        return payload;
    }

    ObjectNode submission(Person person, View view, JsonNode values, String trigger) {
        ObjectNode payload = interaction("view_submission", person).put("trigger_id", trigger);
        payload.set("view", view.json(directory.teamId(), values));
        payload.putArray("response_urls");
        return payload;
    }

    ObjectNode closing(Person person, View view) {
        ObjectNode payload = interaction("view_closed", person).put("is_cleared", false);
        payload.set("view", view.json(directory.teamId(), Json.object()));
        return payload;
    }

    private ObjectNode interaction(String type, Person person) {
        ObjectNode payload = Json.object().put("type", type);
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", userTeam(person));
        payload.put("api_app_id", Bot.APP).put("token", Bot.VERIFICATION_TOKEN);
        ObjectNode team =
                payload.putObject("team").put("id", directory.teamId()).put("domain", directory.domain());
        if (directory.enterpriseId().isPresent()) {
            String id = directory.enterpriseId().get();
            team.put("enterprise_id", id).put("enterprise_name", "Example Grid");
            payload.putObject("enterprise").put("id", id).put("name", "Example Grid");
        } else {
            payload.putNull("enterprise");
        }
        return payload.put("is_enterprise_install", false);
    }

    /** In an Enterprise organization Slack puts the organization's id where the team's would be. */
    private String userTeam(Person person) {
        return person.teamId().equals(directory.teamId())
                ? directory.enterpriseId().orElse(person.teamId())
                : person.teamId();
    }
}
