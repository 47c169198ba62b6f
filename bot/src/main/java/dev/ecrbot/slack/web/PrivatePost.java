package dev.ecrbot.slack.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.slack.message.Rendered;
import java.util.Optional;
import java.util.function.Function;

/** Tells one person something that nobody else sees, in whichever way Slack lets it. Thread-safe. */
public final class PrivatePost {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SlackClients clients;
    private final Web web;
    private final Folding folding = new Folding();

    /** A person's channel with the bot never changes. */
    private final Cache<String, String> directs =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public PrivatePost(SlackClients clients) {
        this.clients = clients;
        this.web = clients.web();
    }

    /** Tells it where the person typed or clicked; if that can't be, by direct message, where files always go. */
    public Reply<?> where(Origin from, String user, Rendered message) {
        return message.files().isEmpty() ? told(from, user, message) : told(from, user, withFiles(user, message));
    }

    /** Sends the files, and returns what to tell about that. */
    private Rendered withFiles(String user, Rendered message) {
        Reply<?> sent = channel(user).visit(new Reply.Visitor<String, Reply<?>>() {
            @Override
            public Reply<?> done(Reply.Done<String> channel) {
                return web.upload(channel.answer(), message.text(), message.files());
            }

            @Override
            public Reply<?> refused(Reply.Refused<String> refused) {
                return refused;
            }

            @Override
            public Reply<?> unsure(Reply.Unsure<String> unsure) {
                return unsure;
            }
        });
        return FileOutcome.below(message, sent);
    }

    private Reply<?> told(Origin from, String user, Rendered message) {
        return folding.send(message, form -> inSomeWay(from, user, form).map(Function.<Object>identity()));
    }

    private Reply<?> inSomeWay(Origin from, String user, Rendered message) {
        Optional<Reply<?>> answered = from.responseUrl().map(url -> respond(url, message));
        if (answered.filter(PrivatePost::done).isPresent()) {
            return answered.get();
        }
        Reply<?> posted = inChannel(from.channel(), user, message);
        return done(posted) ? posted : direct(user, message);
    }

    /** Answers through the address that came with a delivery. */
    public Reply<?> respond(String responseUrl, Rendered message) {
        return clients.respond(responseUrl, json(message, false));
    }

    /** Puts something in the place of the message that was clicked on, for everybody who sees that. */
    public Reply<?> replace(String responseUrl, Rendered message) {
        return clients.respond(responseUrl, json(message, true));
    }

    Reply<?> inChannel(String channel, String user, Rendered message) {
        return channel.isBlank() ? new Reply.Refused<>("no_channel") : web.postEphemeral(channel, user, message);
    }

    Reply<?> direct(String user, Rendered message) {
        Reply<String> channel = channel(user);
        return channel instanceof Reply.Done<String> done
                ? web.post(done.answer(), message, Optional.empty())
                : channel;
    }

    private Reply<String> channel(String user) {
        String known = directs.getIfPresent(user);
        if (known != null) {
            return new Reply.Done<>(known);
        }
        Reply<String> opened =
                web.openDirect(user).map(answer -> answer.getChannel().getId());
        opened.done().ifPresent(channel -> directs.put(user, channel));
        return opened;
    }

    public static boolean done(Reply<?> reply) {
        return reply instanceof Reply.Done<?>;
    }

    private String json(Rendered message, boolean instead) {
        var json = new JsonObject();
        json.addProperty("response_type", "ephemeral");
        // Else the card that was clicked on would be replaced by what only one person is told.
        json.addProperty("replace_original", instead);
        json.addProperty("text", clients.command().in(message.text()));
        json.add("blocks", clients.command().blocks(message.blocks()));
        return GSON.toJson(json);
    }
}
