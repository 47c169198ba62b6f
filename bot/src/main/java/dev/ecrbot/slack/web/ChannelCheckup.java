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
            return Examined.wrong(CHECK, id, CheckupWords.archived(name), CheckupWords.nameOrUnarchive());
        }
        return channel.get().isMember()
                ? Examined.fine(CHECK, id, CheckupWords.botIsIn(name))
                : Examined.wrong(CHECK, id, CheckupWords.botIsNotIn(name), CheckupWords.invite());
    }

    private static Examined missing(String id, String why) {
        return switch (why) {
            case "channel_not_found" ->
                Examined.wrong(CHECK, id, CheckupWords.noSuchChannel(), CheckupWords.takeChannelId());
            case "missing_scope" ->
                Examined.unchecked(CHECK, id, CheckupWords.mayNotLookAtChannels(), CheckupWords.inviteOrAddScopes());
            default -> Examined.unchecked(CHECK, id, CheckupWords.untold(why), CheckupWords.tryAgain());
        };
    }
}
