package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rules}. */
public final class RulesReader {
    private final RuleReader one;
    private final Map<String, String> pathByName = new HashMap<>();

    public RulesReader(ReadRegistries registries, TargetsReader targets, AccessCatalogue accesses) {
        this.one = new RuleReader(registries, targets, accesses);
    }

    /** Returns the rules if all of them can be used. */
    public Optional<Rules> read(Optional<Item> list) {
        List<Item> items = list.map(Item::list).orElse(List.of());
        var rules = new ArrayList<Rule>();
        for (Item item : items) {
            item.section().flatMap(section -> one.read(section, this::name)).ifPresent(rules::add);
        }
        return items.isEmpty() || rules.size() < items.size() ? Optional.empty() : Optional.of(new Rules(rules));
    }

    private Optional<String> name(Item item) {
        return item.text().flatMap(text -> {
            if (text.length() > 80 || !text.codePoints().allMatch(RulesReader::printable)) {
                return item.wrong("takes up to 80 visible characters", text);
            }
            String other = pathByName.putIfAbsent(text, item.path());
            return other == null ? Optional.of(text) : item.wrong("stands at " + other + " already", text);
        });
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> character != '\u2028' && character != '\u2029';
        };
    }
}
