package dev.ecrbot.sandbox.slack;

import java.util.List;

/** A conversation: public, private, or the direct messages between one person and the bot. */
public record Channel(String id, String name, Kind kind, List<String> members, boolean archived, boolean botIn) {

    /** How a conversation is found and entered. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    public Channel {
        members = List.copyOf(members);
    }

    /** Returns a public channel that the bot is in. */
    public static Channel of(String id, String name, String... members) {
        return new Channel(id, name, Kind.PUBLIC, List.of(members), false, true);
    }

    static Channel direct(String id, String person) {
        return new Channel(id, "", Kind.DIRECT, List.of(person), false, true);
    }

    public Channel closed() {
        return new Channel(id, name, Kind.PRIVATE, members, archived, botIn);
    }

    public Channel archive() {
        return new Channel(id, name, kind, members, true, botIn);
    }

    public Channel withoutBot() {
        return new Channel(id, name, kind, members, archived, false);
    }

    public Channel with(String... members) {
        return new Channel(id, name, kind, List.of(members), archived, botIn);
    }

    /** Returns the name that payloads carry, which isn't the channel's own where it isn't public. */
    String payloadName() {
        return switch (kind) {
            case PUBLIC -> name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }
}
