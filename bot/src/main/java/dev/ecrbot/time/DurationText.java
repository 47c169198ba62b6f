package dev.ecrbot.time;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Durations as people write them: whole numbers with units and no blank between, {@code 45s}, {@code 30m}, {@code 1h30m} or
 * {@code 2weeks}. A day has 24 hours. Months and years are no units, since they aren't all of one length, and neither is a
 * capital M, which could be months.
 */
public final class DurationText {
    private static final Pattern PIECE = Pattern.compile("([0-9]{1,6})([a-zA-Z]{1,10})");
    private static final Pattern PIECES = Pattern.compile("(?:[0-9]{1,6}[a-zA-Z]{1,10})++");

    private DurationText() {}

    /** A number and the letters behind it, which needn't be a unit. */
    public record Piece(int number, String unit) {}

    /** Returns the duration, which may be zero; empty if the text isn't one. */
    public static Optional<Duration> parse(String text) {
        List<Piece> pieces = pieces(text);
        return pieces.isEmpty()
                ? Optional.empty()
                : pieces.stream()
                        .map(piece -> unit(piece.unit()).map(unit -> unit.multipliedBy(piece.number())))
                        .reduce(Optional.of(Duration.ZERO), (sum, next) -> sum.flatMap(so -> next.map(so::plus)));
    }

    /** Returns how people write it, in the largest unit of which it is a whole number; what is less than a minute is left out. */
    public static String of(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        return duration.equals(Duration.ofHours(duration.toHours()))
                ? duration.toHours() + "h"
                : duration.toMinutes() + "m";
    }

    /** Returns what the text consists of; nothing if it isn't numbers with letters behind them. */
    public static List<Piece> pieces(String text) {
        return PIECES.matcher(text).matches()
                ? PIECE.matcher(text)
                        .results()
                        .map(piece -> new Piece(Integer.parseInt(piece.group(1)), piece.group(2)))
                        .toList()
                : List.of();
    }

    /** Returns how long one of this unit is; empty if it isn't a unit. */
    public static Optional<Duration> unit(String typed) {
        return Optional.ofNullable(
                switch (typed.equals("M") ? "" : typed.toLowerCase(Locale.ROOT)) {
                    case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
                    case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
                    case "h", "hr", "hrs", "hour", "hours" -> Duration.ofHours(1);
                    case "d", "day", "days" -> Duration.ofDays(1);
                    case "w", "wk", "wks", "week", "weeks" -> Duration.ofDays(7);
                    default -> null;
                });
    }
}
