package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code rules}, of one file after the other. Not thread-safe. */
public final class RulesReader {
    private final ReadRegistries registries;
    private final TargetsReader targets;
    private final AccessCatalogue accesses;
    private final RuleNames names = new RuleNames();
    private final List<Rule> rules = new ArrayList<>();
    private boolean whole = true;

    public RulesReader(ReadRegistries registries, TargetsReader targets, AccessCatalogue accesses) {
        this.registries = registries;
        this.targets = targets;
        this.accesses = accesses;
    }

    /** Adds the rules of the main file, which may be for all repositories. */
    public void add(Optional<Item> list) {
        add(list, new PatternReader(registries));
    }

    /** Adds the rules of another file, which come after all others, and may be for some repositories only. */
    public void add(Optional<Item> list, List<RepositoryPattern> within) {
        add(list, new PatternReader(registries, within));
    }

    private void add(Optional<Item> list, PatternReader patterns) {
        var one = new RuleReader(new ScopeReader(patterns, targets, accesses), names);
        List<Item> items = list.map(Item::list).orElse(List.of());
        int before = rules.size();
        items.forEach(item -> item.section().flatMap(one::read).ifPresent(rules::add));
        whole &= !items.isEmpty() && rules.size() == before + items.size();
    }

    /** Returns the rules if all of them can be used. */
    public Optional<Rules> rules() {
        return whole && !rules.isEmpty() ? Optional.of(new Rules(rules)) : Optional.empty();
    }
}
