package dev.ecrbot.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;

/**
 * Hours of some days of the week, by the clocks of a zone: a moment lies in them if those clocks show one of these days and a
 * time from the first to before the second. Where clocks are put forward past the first, they begin at what follows the gap.
 *
 * @param days at least one
 * @param to later than the first; midnight is the end of the day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /** A week and a day hold each day from its beginning to its end. */
    private static final int DAYS = 8;

    /** Enough for years in which clocks are changed many times. */
    private static final int CHANGES = 1_000;

    public Hours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !(to.equals(LocalTime.MIDNIGHT) || from.isBefore(to))) {
            throw new IllegalArgumentException("hours that never come");
        }
    }

    /** A part of the hours without a break; the second moment isn't in it any more. */
    private record Span(Instant from, Instant to) {}

    /** Returns this moment if it lies in the hours, else the next one that does. */
    public Instant nextFrom(Instant moment) {
        return next(moment).from();
    }

    /** Returns when this much of the hours has passed since then. */
    public Instant passed(Instant since, Duration time) {
        Span span = next(since);
        Duration left = time;
        while (Duration.between(span.from(), span.to()).compareTo(left) < 0) {
            left = left.minus(Duration.between(span.from(), span.to()));
            span = next(span.to());
        }
        return span.from().plus(left);
    }

    // Between two changes of the clocks everything is as in a zone that knows none.
    private Span next(Instant moment) {
        Instant begin = moment;
        for (int changes = 0; changes < CHANGES; changes++) {
            Instant change = Optional.ofNullable(zone.getRules().nextTransition(begin))
                    .map(ZoneOffsetTransition::getInstant)
                    .orElse(Instant.MAX);
            Optional<Span> found = between(begin, change, zone.getRules().getOffset(begin));
            if (found.isPresent()) {
                return found.get();
            }
            begin = change;
        }
        throw new IllegalStateException("no hours after " + moment + " in " + zone);
    }

    private Optional<Span> between(Instant begin, Instant end, ZoneOffset offset) {
        LocalDate first = begin.atOffset(offset).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            Instant opens = later(begin, day.atTime(from).toInstant(offset));
            Instant closes = earlier(end, closing(day, offset));
            if (days.contains(day.getDayOfWeek()) && opens.isBefore(closes)) {
                return Optional.of(new Span(opens, closes));
            }
        }
        return Optional.empty();
    }

    private Instant closing(LocalDate day, ZoneOffset offset) {
        return to.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay().toInstant(offset)
                : day.atTime(to).toInstant(offset);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
