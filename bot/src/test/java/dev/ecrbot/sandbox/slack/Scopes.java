package dev.ecrbot.sandbox.slack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that the bot's token has: those of the manifest, until somebody changes them. Thread-safe. */
public final class Scopes {
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("files.getUploadURLExternal", "files:write"),
            Map.entry("files.completeUploadExternal", "files:write"),
            Map.entry("users.info", "users:read"),
            Map.entry("usergroups.list", "usergroups:read"),
            Map.entry("usergroups.users.list", "usergroups:read"),
            Map.entry("chat.postMessage", "chat:write"),
            Map.entry("chat.postEphemeral", "chat:write"),
            Map.entry("chat.update", "chat:write"),
            Map.entry("conversations.open", "im:write"),
            Map.entry("conversations.info", "channels:read"),
            Map.entry("users.conversations", "channels:read"));

    private volatile Set<String> granted =
            Set.of("commands", "chat:write", "files:write", "im:write", "users:read", "usergroups:read");

    Scopes() {}

    /** Gives the token these as well. */
    public synchronized void grant(String... more) {
        var all = new TreeSet<>(granted);
        all.addAll(Set.of(more));
        granted = Set.copyOf(all);
    }

    /** Takes this one from the token. */
    public synchronized void withdraw(String scope) {
        var all = new TreeSet<>(granted);
        all.remove(scope);
        granted = Set.copyOf(all);
    }

    /** Returns them as Slack puts them into a header. */
    String header() {
        return String.join(",", new TreeSet<>(granted));
    }

    void check(String method) {
        String needed = NEEDED.getOrDefault(method, "");
        if (!needed.isEmpty() && !granted.contains(needed)) {
            throw new SlackError("missing_scope");
        }
    }
}
