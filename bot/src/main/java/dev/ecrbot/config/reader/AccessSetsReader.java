package dev.ecrbot.config.reader;

import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.SettingMistakes;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccessCatalogue.Entry;
import dev.ecrbot.policy.catalogue.AccessLevel;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code access_sets}: access words of one's own, each with the actions that it stands for. */
final class AccessSetsReader {
    private static final String PREFIX = "ecr:";

    private AccessSetsReader() {}

    /** Returns the words that every bot knows, and after them those of the file. */
    static AccessCatalogue read(Optional<Item> sets) {
        AccessCatalogue standard = AccessCatalogue.standard();
        var entries = new ArrayList<>(standard.entries());
        sets.flatMap(Item::section)
                .map(Section::named)
                .orElse(Map.of())
                .forEach((word, item) -> entry(word, item, standard).ifPresent(entries::add));
        return new AccessCatalogue(entries);
    }

    /**
     * Notes words that let somebody tag repositories, where rules go by tags: whoever gets them would choose who approves, or
     * whether anybody has to.
     */
    static void check(Section root, Rules rules, Optional<ProductionTag> production) {
        List<String> going = rules.all().stream()
                .filter(rule -> rule.approvers().owner().isPresent()
                        || (production.isPresent() && rule.approvers().auto().isPresent()))
                .map(Rule::name)
                .toList();
        List<String> tagging = rules.all().stream()
                .flatMap(rule -> rule.scope().access().stream())
                .filter(access -> access.actions().stream().anyMatch(AccessSetsReader::tags))
                .map(Access::word)
                .distinct()
                .toList();
        if (!going.isEmpty() && !tagging.isEmpty()) {
            root.optional("access_sets").ifPresent(sets -> sets.wrong(SettingMistakes.wordsTag(tagging, going)));
        }
    }

    private static boolean tags(String action) {
        return ActionCatalogue.ecr()
                .find(action)
                .filter(known -> known.level() == AccessLevel.TAGGING)
                .isPresent();
    }

    private static Optional<Entry> entry(String word, Item item, AccessCatalogue standard) {
        if (standard.byWord(word).isPresent()) {
            return item.wrong(SettingMistakes.wordTaken());
        }
        List<Item> items = item.list();
        Set<String> actions = new LinkedHashSet<>();
        items.forEach(each -> each.text().flatMap(text -> action(each, text)).ifPresent(actions::add));
        if (actions.isEmpty() || actions.size() < items.size()) {
            return Optional.empty();
        }
        Optional<Access> access = Access.of(word, actions);
        return access.isPresent()
                ? Optional.of(new Entry(access.get(), SettingMistakes.meaning(actions)))
                : item.wrong(SettingMistakes.noWord(), word);
    }

    private static Optional<String> action(Item item, String text) {
        String name = text.startsWith(PREFIX) ? text : PREFIX + text;
        Optional<EcrAction> known = ActionCatalogue.ecr().find(name);
        if (known.isEmpty()) {
            return item.wrong(SettingMistakes.noAction(), text);
        }
        if (known.get().changesPolicies()
                || Access.of("any", Set.of(known.get().name())).isEmpty()) {
            return item.wrong(SettingMistakes.actionOnPolicies(), text);
        }
        return known.get().aboutRepositories()
                ? Optional.of(known.get().name())
                : item.wrong(SettingMistakes.actionOnRegistries(), text);
    }
}
