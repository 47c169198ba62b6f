package dev.ecrbot.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people type them: 30m, 8h, 7d, 2w. */
final class Spans {
    private static final Pattern FORM = Pattern.compile("(?<number>[1-9][0-9]{0,5})(?<unit>[mhdw])");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Spans() {}

    static Optional<Duration> read(Item item) {
        return item.text().flatMap(text -> {
            Matcher parts = FORM.matcher(text);
            return Optional.of(parts)
                    .filter(Matcher::matches)
                    .map(p -> duration(Long.parseLong(p.group("number")), p.group("unit")))
                    .filter(duration -> duration.compareTo(LONGEST) <= 0)
                    .or(() -> item.wrong("takes a duration like 30m, 8h, 7d or 2w, ten years at most", text));
        });
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
