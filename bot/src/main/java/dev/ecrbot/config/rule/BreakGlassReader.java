package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.ChannelReader;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.People;
import java.time.Duration;
import java.util.Optional;

/** Reads how a rule lets people have access at once in an emergency. */
final class BreakGlassReader {
    private BreakGlassReader() {}

    static Optional<BreakGlass> read(Item item) {
        return item.section().flatMap(section -> read(item, section));
    }

    private static Optional<BreakGlass> read(Item item, Section section) {
        try (section) {
            Optional<People> people = section.required("people").flatMap(PeopleReader::approvers);
            Optional<Duration> lasting = section.required("for").flatMap(Spans::read);
            Optional<Duration> review = section.required("review_within").flatMap(Spans::read);
            Optional<Integer> perDay =
                    section.required("per_day").flatMap(number -> number.wholeNumber(1, Integer.MAX_VALUE));
            Optional<String> channel = section.required("channel").flatMap(ChannelReader::read);
            if (people.isEmpty() || lasting.isEmpty() || review.isEmpty() || perDay.isEmpty() || channel.isEmpty()) {
                return Optional.empty();
            }
            return lasting.get().compareTo(review.get()) > 0
                    ? Optional.of(
                            new BreakGlass(people.get(), lasting.get(), review.get(), perDay.get(), channel.get()))
                    : item.wrong(RuleMistakes.glassTooShort());
        }
    }
}
