package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.time.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Reads the durations of the file, written as people type them in commands: 30m, 8h, 7d, 2w. */
public final class Spans {
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Duration LONGEST_PACE = Duration.ofDays(7);

    private static final Duration SHORTEST_RETENTION = Duration.ofDays(30);

    private Spans() {}

    /** Returns for how long something lasts: whole minutes. */
    public static Optional<Duration> read(Item item) {
        return item.measure()
                .flatMap(text -> some(text)
                        .filter(duration -> duration.equals(Duration.ofMinutes(duration.toMinutes())))
                        .filter(duration -> duration.compareTo(LONGEST) <= 0)
                        .or(() -> item.wrong(ValueMistakes.noDuration(), text)));
    }

    /** Returns how often something is done, which may be a matter of seconds. */
    public static Optional<Duration> pace(Item item) {
        return item.measure()
                .flatMap(text -> some(text)
                        .filter(duration -> duration.compareTo(LONGEST_PACE) <= 0)
                        .or(() -> item.wrong(ValueMistakes.noPace(), text)));
    }

    /** Returns after how long old records may go, which is never a matter of days. */
    public static Optional<Duration> retention(Item item) {
        return read(item)
                .flatMap(duration -> duration.compareTo(SHORTEST_RETENTION) >= 0
                        ? Optional.of(duration)
                        : item.wrong(ValueMistakes.retentionTooShort()));
    }

    private static Optional<Duration> some(String text) {
        return DurationText.parse(text).filter(duration -> !duration.isZero());
    }
}
