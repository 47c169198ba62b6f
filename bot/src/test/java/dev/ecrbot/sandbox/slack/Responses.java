package dev.ecrbot.sandbox.slack;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Messages that come as an answer: to a response_url, or inside the acknowledgement of a command. */
final class Responses {

    private final Conversations conversations;
    private final Posts posts;
    private final Clock clock;

    Responses(Conversations conversations, Posts posts, Clock clock) {
        this.conversations = conversations;
        this.posts = posts;
        this.clock = clock;
    }

    void respond(String personId, String channelId, Optional<Message> origin, Args args) {
        if (args.truth("delete_original") && origin.isPresent()) {
            conversations.remove(channelId, origin.get().ts());
            return;
        }
        Posts.Content content = posts.content(args);
        if (args.truth("replace_original") && origin.isPresent()) {
            conversations.replace(
                    channelId,
                    origin.get().ts(),
                    old -> old.edited(
                                    clock.instant(),
                                    content.text(),
                                    content.blocks(),
                                    content.blocks().isEmpty())
                            .with(content.attachments(), content.metadata()));
            return;
        }
        Optional<String> thread = Optional.of(args.text("thread_ts")).filter(ts -> !ts.isEmpty());
        if (args.text("response_type").equals("in_channel")) {
            posts.post(channelId, Bot.USER, thread, false, content);
        } else {
            posts.whisper(channelId, Bot.USER, thread, content, personId);
        }
    }

    /** Shows what a command's acknowledgement says, or that there was none. */
    void acknowledged(String personId, String channelId, String command, Delivery delivery) {
        if (!delivery.acknowledged()) {
            String error = delivery.status() == 0 && delivery.failure().contains("timed out")
                    ? "operation_timeout"
                    : "dispatch_failed";
            posts.slackbot(channelId, personId, command + " failed with the error \"" + error + "\"");
            return;
        }
        if (delivery.body().isBlank()) {
            return;
        }
        Args args = delivery.body().trim().startsWith("{")
                ? Args.parse("application/json", delivery.body())
                : new Args(Map.of("text", delivery.body()));
        if (args.text("text").isBlank() && args.text("blocks").isEmpty()) {
            return;
        }
        try {
            respond(personId, channelId, Optional.empty(), args);
        } catch (SlackError e) {
            posts.slackbot(channelId, personId, command + " failed with the error \"" + e.error() + "\"");
        }
    }
}
