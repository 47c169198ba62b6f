package dev.ecrbot.sandbox.slack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that the bot's token has: those of the manifest, until somebody changes them. Thread-safe. */
public final class Scopes {
    private static final Map<String, String> NEEDED = Map.of(
            "users.info", "users:read",
            "usergroups.list", "usergroups:read",
            "usergroups.users.list", "usergroups:read",
            "chat.postMessage", "chat:write",
            "chat.postEphemeral", "chat:write",
            "chat.update", "chat:write",
            "conversations.open", "im:write",
            "conversations.info", "channels:read");

    private volatile Set<String> granted =
            Set.of("commands", "chat:write", "im:write", "users:read", "usergroups:read");

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
