package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.Channel;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** All that one person sees, as JSON. */
final class PageState {

    private final LocalSlack slack;
    private final PolicyHistory policies;
    private final Attention attention;
    private final List<PagePerson> cast;
    private final List<String> examples;
    private final Supplier<List<String>> falsehoods;
    private final Clock clock;
    private final boolean panel;

    PageState(LocalSlack slack, PolicyHistory policies, Scene scene) {
        this.slack = slack;
        this.policies = policies;
        this.attention = new Attention(slack);
        this.cast = scene.cast();
        this.examples = scene.examples();
        this.falsehoods = scene.falsehoods();
        this.clock = scene.clock();
        this.panel = scene.panel().isPresent();
    }

    ObjectNode of(Person me) {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("me", me.id());
        state.put("bot", slack.botUserId()).put("now", clock.millis()).put("panel", panel);
        ArrayNode chips = state.putArray("examples");
        examples.forEach(chips::add);
        ArrayNode actors = state.putArray("cast");
        cast.forEach(actor -> actors.addObject()
                .put("id", actor.person().id())
                .put("note", actor.note())
                .put("attention", attention.latest(actor.person())));
        ObjectNode people = state.putObject("people");
        slack.people()
                .forEach(person -> people.putObject(person.id())
                        .put("name", person.name())
                        .put("realName", person.realName())
                        .put("zone", person.timeZone()));
        ObjectNode groups = state.putObject("groups");
        slack.groups().forEach(group -> groups.put(group.id(), group.handle()));
        channels(me, state);
        home(me, state.withArray("channels").addObject());
        ArrayNode views = state.putArray("views");
        slack.views(me).forEach(view -> views.add(view(view)));
        repositories(state.putArray("repositories"));
        ArrayNode untrue = state.putArray("falsehoods");
        falsehoods.get().forEach(untrue::add);
        policies.asked().ifPresent(id -> state.put("asked", id));
        return state;
    }

    private void channels(Person me, ObjectNode state) {
        // Opened now, so that the bot is in the list before it has said a word.
        slack.direct(me);
        ObjectNode names = state.putObject("channelNames");
        ArrayNode channels = state.putArray("channels");
        for (Channel channel : slack.channels()) {
            names.put(channel.id(), channel.name());
            if (channel.members().contains(me.id()) && !channel.archived()) {
                ObjectNode json = channels.addObject().put("id", channel.id()).put("name", channel.name());
                json.put("direct", channel.kind() == Channel.Kind.DIRECT);
                json.put("private", channel.kind() == Channel.Kind.PRIVATE).put("botIn", channel.botIn());
                ArrayNode messages = json.putArray("messages");
                seen(me, channel).forEach(message -> messages.add(message(message)));
            }
        }
    }

    /** The bot's Home tab, as a channel with one message. */
    private void home(Person me, ObjectNode json) {
        json.put("id", PageActions.HOME).put("name", "Home").put("home", true);
        json.put("direct", false).put("private", false).put("botIn", true);
        ArrayNode messages = json.putArray("messages");
        slack.home(me)
                .ifPresent(home -> messages.addObject()
                        .put("ts", "1")
                        .put("author", slack.botUserId())
                        .put("text", "")
                        .put("edits", 0)
                        .set("blocks", home.blocks()));
    }

    private List<Message> seen(Person me, Channel channel) {
        List<Message> seen = new ArrayList<>(slack.messages(channel.id()));
        slack.ephemerals(me).stream()
                .filter(m -> m.channelId().equals(channel.id()))
                .forEach(seen::add);
        seen.sort(Comparator.comparing(Message::ts));
        return seen;
    }

    private static ObjectNode message(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("ts", message.ts());
        json.put("author", message.author()).put("text", message.text());
        json.set("blocks", message.blocks());
        json.put("ephemeral", message.ephemeralTo().isPresent());
        json.put("edits", message.edits().size());
        if (!message.edits().isEmpty()) {
            json.put(
                    "editedAt",
                    message.edits().get(message.edits().size() - 1).at().toEpochMilli());
        }
        if (!message.topLevel()) {
            json.put("thread", message.threadTs().orElseThrow()).put("broadcast", message.broadcast());
        }
        return json;
    }

    private static ObjectNode view(View view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", view.id());
        json.put("hash", view.hash()).set("content", view.content());
        ObjectNode errors = json.putObject("errors");
        view.errors().forEach(errors::put);
        return json;
    }

    private void repositories(ArrayNode list) {
        for (RepositoryView repository : policies.look()) {
            ObjectNode json = list.addObject().put("id", repository.id()).put("title", repository.title());
            ArrayNode notes = json.putArray("notes");
            repository.notes().forEach(notes::add);
            ArrayNode versions = json.putArray("versions");
            policies.of(repository.id())
                    .forEach(version -> versions.addObject()
                            .put("number", version.number())
                            .put("at", version.at().toEpochMilli())
                            .put("policy", version.policyJson()));
        }
    }
}
