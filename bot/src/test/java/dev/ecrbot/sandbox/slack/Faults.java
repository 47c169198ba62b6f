package dev.ecrbot.sandbox.slack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong with the Web API, switched on and off by hand. Methods go by Slack's name; a post to a response_url
 * goes by {@code response_url}. Safe to use while calls arrive.
 */
public final class Faults {

    private final Map<String, Deque<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();
    private final List<Fault.Held> held = new ArrayList<>();
    private Optional<Fault> everything = Optional.empty();

    Faults() {}

    /** Lets the next calls of a method go wrong, after those that were promised earlier. */
    public synchronized void next(String method, int times, Fault fault) {
        Deque<Fault> waiting = next.computeIfAbsent(method, m -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            waiting.add(fault);
        }
        remember(fault);
    }

    /** Lets every call of a method go wrong until {@link #clear()}. */
    public synchronized void always(String method, Fault fault) {
        always.put(method, fault);
        remember(fault);
    }

    /** Holds the calls of a method back until released. */
    public Fault.Held hold(String method) {
        Fault.Held gate = Fault.held();
        always(method, gate);
        return gate;
    }

    /** Lets all of Slack's API go wrong in this way. */
    public synchronized void everything(Fault fault) {
        everything = Optional.of(fault);
        remember(fault);
    }

    /** Slack is away: every connection closes without an answer. */
    public void down() {
        everything(Fault.dropped());
    }

    /** Ends all faults, and lets go what was held. */
    public synchronized void clear() {
        next.clear();
        always.clear();
        everything = Optional.empty();
        held.forEach(Fault.Held::release);
        held.clear();
    }

    synchronized Optional<Fault> take(String method) {
        if (everything.isPresent()) {
            return everything;
        }
        Deque<Fault> waiting = next.get(method);
        if (waiting != null && !waiting.isEmpty()) {
            return Optional.of(waiting.remove());
        }
        return Optional.ofNullable(always.get(method));
    }

    private void remember(Fault fault) {
        if (fault instanceof Fault.Held gate) {
            held.add(gate);
        }
    }
}
