package dev.ecrbot.sandbox.slack;

/** Somebody who can type and click, or whom the bot may look up. */
public record Person(String id, String name, String realName, String teamId, String timeZone, Kind kind) {

    /** What Slack's {@code users.info} says of a person. */
    public enum Kind {
        MEMBER,
        /** A guest of one channel: {@code is_ultra_restricted}. */
        GUEST_SINGLE,
        /** A guest of several channels: {@code is_restricted}. */
        GUEST_MULTI,
        BOT,
        DEACTIVATED,
        /** From another workspace, seen through a channel shared with it. */
        STRANGER
    }

    /** Returns a member of the workspace, who lives in Berlin. */
    public static Person member(String id, String name, String realName) {
        return new Person(id, name, realName, SampleWorkspace.TEAM, "Europe/Berlin", Kind.MEMBER);
    }

    /** Returns the same person in another standing. */
    public Person as(Kind kind) {
        return new Person(id, name, realName, teamId, timeZone, kind);
    }

    /** Returns the same person, but of this team. */
    public Person of(String teamId) {
        return new Person(id, name, realName, teamId, timeZone, kind);
    }
}
