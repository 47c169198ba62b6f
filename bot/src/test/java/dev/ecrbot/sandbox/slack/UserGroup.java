package dev.ecrbot.sandbox.slack;

import java.util.List;

/** A user group, which Slack's API also calls a subteam. */
public record UserGroup(String id, String handle, List<String> members, boolean disabled) {

    public UserGroup {
        members = List.copyOf(members);
    }

    public static UserGroup of(String id, String handle, String... members) {
        return new UserGroup(id, handle, List.of(members), false);
    }

    /** Returns the group with these members instead. */
    public UserGroup with(String... members) {
        return new UserGroup(id, handle, List.of(members), disabled);
    }

    /** Returns the group switched off: Slack keeps it, but hides it from whoever doesn't ask for disabled ones. */
    public UserGroup off() {
        return new UserGroup(id, handle, members, true);
    }
}
