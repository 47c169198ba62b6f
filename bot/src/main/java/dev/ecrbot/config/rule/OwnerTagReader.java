package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.rules.OwnerTag;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads by which tag of repositories a rule knows who decides. */
final class OwnerTagReader {
    private OwnerTagReader() {}

    /** @param scope what the rule is for; empty where that can't be read */
    static Optional<OwnerTag> read(Item item, Optional<Scope> scope) {
        if (scope.filter(Scope::patterns).isPresent()) {
            return item.wrong(RuleMistakes.tagOfPattern());
        }
        return item.section().flatMap(OwnerTagReader::read);
    }

    private static Optional<OwnerTag> read(Section section) {
        try (section) {
            Optional<String> tag = section.required("tag").flatMap(Item::text);
            Map<String, People> people = new LinkedHashMap<>();
            section.required("people")
                    .flatMap(item -> {
                        Optional<Section> values = item.section();
                        return values.filter(some -> !some.named().isEmpty())
                                .or(() -> values.isPresent()
                                        ? item.wrong(RuleMistakes.tagNamesNobody())
                                        : Optional.empty());
                    })
                    .map(Section::named)
                    .orElse(Map.of())
                    .forEach((value, list) -> PeopleReader.approvers(list).ifPresent(some -> people.put(value, some)));
            return tag.isEmpty() || people.isEmpty() ? Optional.empty() : Optional.of(new OwnerTag(tag.get(), people));
        }
    }
}
