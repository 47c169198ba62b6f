package dev.ecrbot.sandbox.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Channels, direct messages, and what was written in them. */
final class Conversations {

    private final Changes changes;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, List<Message>> messages = new LinkedHashMap<>();

    Conversations(Workspace workspace, Changes changes) {
        this.changes = changes;
        workspace.channels().forEach(channel -> channels.put(channel.id(), channel));
    }

    synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    synchronized Optional<Channel> named(String name) {
        String bare = name.startsWith("#") ? name.substring(1) : name;
        return channels.values().stream()
                .filter(c -> c.kind() != Channel.Kind.DIRECT && c.name().equals(bare))
                .findFirst();
    }

    /** Returns the direct messages of a person and the bot, which come into being when first asked for. */
    synchronized Channel direct(String person) {
        return channels.computeIfAbsent(directId(person), id -> Channel.direct(id, person));
    }

    static String directId(String person) {
        return "D" + person.substring(1);
    }

    void put(Channel channel) {
        synchronized (this) {
            channels.put(channel.id(), channel);
        }
        changes.happened();
    }

    void add(Message message) {
        synchronized (this) {
            messages.computeIfAbsent(message.channelId(), id -> new ArrayList<>())
                    .add(message);
        }
        changes.happened();
    }

    /** Returns everything in a channel, ephemeral messages of everyone included. */
    synchronized List<Message> all(String channelId) {
        return List.copyOf(messages.getOrDefault(channelId, List.of()));
    }

    Optional<Message> find(String channelId, String ts) {
        return all(channelId).stream().filter(m -> m.ts().equals(ts)).findFirst();
    }

    Optional<Message> replace(String channelId, String ts, UnaryOperator<Message> edit) {
        Optional<Message> result = Optional.empty();
        synchronized (this) {
            List<Message> there = messages.getOrDefault(channelId, new ArrayList<>());
            for (int i = 0; i < there.size(); i++) {
                if (there.get(i).ts().equals(ts)) {
                    there.set(i, edit.apply(there.get(i)));
                    result = Optional.of(there.get(i));
                }
            }
        }
        changes.happened();
        return result;
    }

    void remove(String channelId, String ts) {
        synchronized (this) {
            messages.getOrDefault(channelId, new ArrayList<>()).removeIf(m -> m.ts().equals(ts));
        }
        changes.happened();
    }
}
