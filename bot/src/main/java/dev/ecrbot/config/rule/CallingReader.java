package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Section;
import dev.ecrbot.rules.Calling;

/** Reads when people are called about a rule's requests. */
final class CallingReader {
    private CallingReader() {}

    static Calling read(Section rule) {
        return new Calling(rule.optional("hours").flatMap(HoursReader::read));
    }
}
