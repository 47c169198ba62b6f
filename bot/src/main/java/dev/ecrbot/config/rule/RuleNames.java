package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.mistake.RuleMistakes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the names of rules, which no two rules share, whichever files they stand in. Not thread-safe. */
final class RuleNames {
    private static final int LONGEST = 80;

    private final Map<String, String> places = new HashMap<>();

    Optional<String> read(Item item) {
        return item.text().flatMap(text -> {
            if (text.length() > LONGEST || !text.codePoints().allMatch(RuleNames::printable)) {
                return item.wrong(RuleMistakes.noName(), text);
            }
            String other = places.putIfAbsent(text, item.place());
            return other == null ? Optional.of(text) : item.wrong(RuleMistakes.nameTaken(other), text);
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
