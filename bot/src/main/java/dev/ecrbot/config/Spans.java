package dev.ecrbot.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people type them: 30m, 8h, 7d, 2w. */
final class Spans {
    private static final Pattern FORM = Pattern.compile("(?<number>[1-9][0-9]{0,5})(?<unit>[smhdw])");
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Duration LONGEST_PACE = Duration.ofDays(7);

    private Spans() {}

    /** Returns for how long something lasts: whole minutes. */
    static Optional<Duration> read(Item item) {
        return item.text()
                .flatMap(text -> span(text)
                        .filter(duration -> !text.endsWith("s"))
                        .filter(duration -> duration.compareTo(LONGEST) <= 0)
                        .or(() -> item.wrong("takes a duration like 30m, 8h, 7d or 2w, ten years at most", text)));
    }

    /** Returns how often something is done, which may be a matter of seconds. */
    static Optional<Duration> pace(Item item) {
        return item.text()
                .flatMap(text -> span(text)
                        .filter(duration -> duration.compareTo(LONGEST_PACE) <= 0)
                        .or(() -> item.wrong("takes a duration like 30s, 10m or 1h, a week at most", text)));
    }

    private static Optional<Duration> span(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .map(parts -> duration(Long.parseLong(parts.group("number")), parts.group("unit")));
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
