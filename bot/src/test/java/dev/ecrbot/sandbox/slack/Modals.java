package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.sandbox.slack.blocks.ViewCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modals that are open, a stack of up to three for each person, and the Home tabs. */
final class Modals {

    private static final int DEEPEST = 3;

    private final Changes changes;
    private final Map<String, Deque<View>> stacks = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();
    private int ids = 100_000;

    Modals(Changes changes) {
        this.changes = changes;
    }

    /** Returns the open modals of a person, the one on top last. */
    synchronized List<View> open(String personId) {
        List<View> views = new ArrayList<>();
        stacks.getOrDefault(personId, new ArrayDeque<>()).descendingIterator().forEachRemaining(views::add);
        return views;
    }

    synchronized Optional<View> home(String personId) {
        return Optional.ofNullable(homes.get(personId));
    }

    View show(String personId, JsonNode content) {
        JsonNode accepted = ViewCheck.accept(content, "modal");
        View view;
        synchronized (this) {
            String id = "V" + ids++;
            view = new View(id, personId, id, Optional.empty(), hash(), accepted, Map.of());
            Deque<View> stack = new ArrayDeque<>();
            stack.push(view);
            stacks.put(personId, stack);
        }
        changes.happened();
        return view;
    }

    View push(String personId, JsonNode content) {
        JsonNode accepted = ViewCheck.accept(content, "modal");
        View view;
        synchronized (this) {
            Deque<View> stack = stacks.computeIfAbsent(personId, id -> new ArrayDeque<>());
            if (stack.size() >= DEEPEST) {
                throw new SlackError("push_limit_reached");
            }
            if (stack.isEmpty()) {
                throw new SlackError("not_found");
            }
            View below = stack.element();
            view = new View("V" + ids++, personId, below.rootId(), Optional.of(below.id()), hash(), accepted, Map.of());
            stack.push(view);
        }
        changes.happened();
        return view;
    }

    View update(String viewId, String hash, JsonNode content) {
        View view = find(viewId).orElseThrow(() -> new SlackError("not_found"));
        JsonNode accepted = ViewCheck.accept(content, view.modal() ? "modal" : "home");
        if (!hash.isEmpty() && !hash.equals(view.hash())) {
            throw new SlackError("hash_conflict");
        }
        return replace(view.with(accepted, hash()));
    }

    View publish(String personId, String hash, JsonNode content) {
        JsonNode accepted = ViewCheck.accept(content, "home");
        View view;
        synchronized (this) {
            View before = homes.get(personId);
            if (before != null && !hash.isEmpty() && !hash.equals(before.hash())) {
                throw new SlackError("hash_conflict");
            }
            String id = before == null ? "V" + ids++ : before.id();
            view = new View(id, personId, id, Optional.empty(), hash(), accepted, Map.of());
            homes.put(personId, view);
        }
        changes.happened();
        return view;
    }

    synchronized Optional<View> find(String viewId) {
        return stacks.values().stream()
                .flatMap(Deque::stream)
                .filter(v -> v.id().equals(viewId))
                .findFirst()
                .or(() -> homes.values().stream()
                        .filter(v -> v.id().equals(viewId))
                        .findFirst());
    }

    View replace(View view) {
        synchronized (this) {
            Deque<View> stack = new ArrayDeque<>();
            stacks.getOrDefault(view.personId(), new ArrayDeque<>())
                    .forEach(v -> stack.add(v.id().equals(view.id()) ? view : v));
            stacks.put(view.personId(), stack);
            homes.computeIfPresent(view.personId(), (id, v) -> v.id().equals(view.id()) ? view : v);
        }
        changes.happened();
        return view;
    }

    /** Takes this modal away and whatever lies on it; what was below is seen again. */
    void close(View view) {
        synchronized (this) {
            Deque<View> stack = stacks.getOrDefault(view.personId(), new ArrayDeque<>());
            if (stack.stream().anyMatch(v -> v.id().equals(view.id()))) {
                while (!stack.pop().id().equals(view.id())) {
                    // those above it go too
                }
            }
        }
        changes.happened();
    }

    void clear(String personId) {
        synchronized (this) {
            stacks.remove(personId);
        }
        changes.happened();
    }

    private synchronized String hash() {
        return "1569362015." + Integer.toHexString(ids++ * 31_337);
    }
}
