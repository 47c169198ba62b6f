package dev.ecrbot.sandbox.slack;

import java.util.ArrayList;
import java.util.List;

/** The calls that the bot made, in the order they ended. */
final class Calls {

    private final Changes changes;
    private final List<ApiCall> calls = new ArrayList<>();

    Calls(Changes changes) {
        this.changes = changes;
    }

    void add(ApiCall call) {
        synchronized (this) {
            calls.add(call);
        }
        changes.happened();
    }

    synchronized List<ApiCall> all() {
        return List.copyOf(calls);
    }
}
