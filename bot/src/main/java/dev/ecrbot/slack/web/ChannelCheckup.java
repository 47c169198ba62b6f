package dev.ecrbot.slack.web;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.slack.message.SafeText;
import java.util.Optional;

/** Looks at the channels that cards go to. */
final class ChannelCheckup {
    private static final String CHECK = "slack.channel";

    private final Web web;

    ChannelCheckup(Web web) {
        this.web = web;
    }

    Examined look(String id) {
        Reply<ConversationsInfoResponse> reply = web.channel(id);
        Optional<Conversation> channel = reply.done().map(ConversationsInfoResponse::getChannel);
        if (channel.isEmpty()) {
            return missing(id, reply.why());
        }
        String name = "#" + SafeText.line(String.valueOf(channel.get().getName()), 80);
        if (channel.get().isArchived()) {
            return Examined.wrong(
                    CHECK, id, "It is " + name + ", which is archived.", "Name another channel, or unarchive it.");
        }
        return channel.get().isMember()
                ? Examined.fine(CHECK, id, "It is " + name + ", and the bot is in it.")
                : Examined.wrong(
                        CHECK,
                        id,
                        "It is " + name + ", and the bot isn't in it: no card would arrive.",
                        "Type /invite @ecr-bot there.");
    }

    private static Examined missing(String id, String why) {
        return switch (why) {
            case "channel_not_found" ->
                Examined.wrong(
                        CHECK,
                        id,
                        "Slack shows the bot no such channel: there is none, or it is private and the bot isn't in it.",
                        "Take the id from the channel's details, and type /invite @ecr-bot there.");
            case "missing_scope" ->
                Examined.unchecked(
                        CHECK,
                        id,
                        "The token may not look at channels, which the bot's own work doesn't need.",
                        "Type /invite @ecr-bot there; or add the scopes channels:read and groups:read to the app.");
            default ->
                Examined.unchecked(
                        CHECK,
                        id,
                        "Slack didn't say: " + why + ".",
                        "Try again; if this keeps happening, look at the network.");
        };
    }
}
