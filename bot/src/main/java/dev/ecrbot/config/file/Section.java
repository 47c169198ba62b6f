package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.ValueMistakes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Keys with values. Whoever asked for every key it knows calls {@link #close()}, which refuses the others. */
public final class Section implements AutoCloseable {
    private final Item item;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Item item) {
        this.item = item;
    }

    static Section of(Item item, MappingNode mapping) {
        var section = new Section(item);
        section.take(mapping, new Merging(identities(), identities()));
        return section;
    }

    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * What was taken while all is merged.
     *
     * @param within what the mapping at hand is merged into
     * @param taken all so far: once more it would add nothing, and mappings that name each other often enough would take for ever
     */
    private record Merging(Set<Node> within, Set<Node> taken) {}

    /** Takes the mapping's own keys first: they win over merged ones. */
    private void take(MappingNode mapping, Merging merging) {
        if (!merging.within().add(mapping)) {
            item.wrongAt(mapping, ValueMistakes.mergedIntoItself());
            return;
        }
        if (merging.taken().add(mapping)) {
            takeKeys(mapping, merging);
        }
        merging.within().remove(mapping);
    }

    private void takeKeys(MappingNode mapping, Merging merging) {
        var own = new LinkedHashSet<String>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (!key.getTag().equals(Tag.MERGE) && !own.add(key.getValue())) {
                    item.child(key.getValue(), key).wrong(ValueMistakes.twice());
                } else if (!key.getTag().equals(Tag.MERGE)) {
                    keys.putIfAbsent(key.getValue(), key);
                    values.putIfAbsent(key.getValue(), tuple.getValueNode());
                }
            } else {
                item.wrongAt(tuple.getKeyNode(), ValueMistakes.keyNoText());
            }
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(tuple.getValueNode(), merging);
            }
        }
    }

    private void merge(Node value, Merging merging) {
        if (value instanceof MappingNode mapping) {
            take(mapping, merging);
        } else if (value instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(MappingNode.class::isInstance)) {
            sequence.getValue().forEach(entry -> take((MappingNode) entry, merging));
        } else {
            item.wrongAt(value, ValueMistakes.mergesNoKeys());
        }
    }

    public Optional<Item> optional(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).map(value -> item.child(key, value));
    }

    public Optional<Item> required(String key) {
        Optional<Item> found = optional(key);
        return found.isPresent() ? found : item.wrong(ValueMistakes.keyMissing(key));
    }

    /** Returns every entry by its key, where keys are names that the file gives. */
    public Map<String, Item> named() {
        known.addAll(values.keySet());
        var named = new LinkedHashMap<String, Item>();
        values.forEach((key, value) -> named.put(key, item.child(key, value)));
        return named;
    }

    /** Notes a mistake about a key, and not about its value. */
    public void wrongKey(String key, String right) {
        Node node = Optional.ofNullable(keys.get(key)).orElseThrow();
        item.child(key, node).wrong(right, key);
    }

    @Override
    public void close() {
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                item.child(key, node)
                        .wrong(ValueMistakes.keyUnknown(plain(key), known)
                                + Pasted.hint(key).orElse(""));
            }
        });
    }

    /** Returns the key as keys are written here, where it was written as other programs have them: maxDuration, max-duration. */
    private static String plain(String key) {
        return key.strip()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }
}
