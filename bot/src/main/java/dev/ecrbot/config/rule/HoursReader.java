package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.time.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads hours of some days of the week, in a zone. */
final class HoursReader {
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String MIDNIGHT = "24:00";
    private static final int SHORT = 3;

    private HoursReader() {}

    static Optional<Hours> read(Item item) {
        return item.section().flatMap(HoursReader::read);
    }

    private static Optional<Hours> read(Section section) {
        try (section) {
            Set<DayOfWeek> days =
                    section.required("days").map(HoursReader::days).orElse(Set.of());
            Optional<LocalTime> from = section.required("from").flatMap(item -> time(item, false));
            Optional<Item> end = section.required("to");
            Optional<LocalTime> to = end.flatMap(item -> time(item, true));
            Optional<ZoneId> zone = section.required("zone").flatMap(HoursReader::zone);
            if (days.isEmpty() || from.isEmpty() || to.isEmpty() || zone.isEmpty()) {
                return Optional.empty();
            }
            return to.get().equals(LocalTime.MIDNIGHT) || from.get().isBefore(to.get())
                    ? Optional.of(new Hours(days, from.get(), to.get(), zone.get()))
                    : end.get().wrong(RuleMistakes.endsTooEarly());
        }
    }

    private static Set<DayOfWeek> days(Item list) {
        List<Item> items = list.list();
        var days = new ArrayList<DayOfWeek>();
        for (Item item : items) {
            item.text().flatMap(text -> day(item, text)).ifPresent(day -> {
                if (days.contains(day)) {
                    item.wrong(ValueMistakes.twice());
                }
                days.add(day);
            });
        }
        if (days.size() < items.size()) {
            return Set.of();
        }
        return days.size() == 2 ? range(days.get(0), days.get(1)) : Set.copyOf(days);
    }

    private static Set<DayOfWeek> range(DayOfWeek first, DayOfWeek last) {
        var days = EnumSet.of(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }

    private static Optional<DayOfWeek> day(Item item, String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, SHORT).toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(day);
            }
        }
        return item.wrong(RuleMistakes.noDay(), text);
    }

    private static Optional<LocalTime> time(Item item, boolean end) {
        return item.text().flatMap(text -> {
            if (end && text.equals(MIDNIGHT)) {
                return Optional.of(LocalTime.MIDNIGHT);
            }
            boolean right = CLOCK.matcher(text).matches() && !(end && text.equals("00:00"));
            return right ? Optional.of(LocalTime.parse(text)) : item.wrong(RuleMistakes.noTime(), text);
        });
    }

    private static Optional<ZoneId> zone(Item item) {
        return item.text().flatMap(text -> {
            Set<String> known = ZoneId.getAvailableZoneIds();
            return known.contains(text)
                    ? Optional.of(ZoneId.of(text))
                    : item.wrong(RuleMistakes.noZone(Guess.near(text, known)), text);
        });
    }
}
