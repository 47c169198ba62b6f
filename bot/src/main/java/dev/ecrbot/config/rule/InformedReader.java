package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.rules.People;
import java.util.Optional;

/** Reads who hears of a rule's requests: a list of people, or keys that also say whether they are notified. */
final class InformedReader {
    private InformedReader() {}

    /**
     * Who is told.
     *
     * @param ping whether they are notified
     */
    record Informed(Optional<People> who, boolean ping) {}

    static Informed read(Item item) {
        return item.hasKeys()
                ? item.section().map(InformedReader::read).orElseGet(() -> new Informed(Optional.empty(), true))
                : new Informed(PeopleReader.notified(item), true);
    }

    private static Informed read(Section section) {
        try (section) {
            return new Informed(
                    section.required("who").flatMap(PeopleReader::notified),
                    section.optional("ping").flatMap(Item::flag).orElse(true));
        }
    }
}
