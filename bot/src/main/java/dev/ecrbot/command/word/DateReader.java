package dev.ecrbot.command.word;

import dev.ecrbot.problem.EndProblems;
import dev.ecrbot.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what follows “until”: a date, perhaps with a time, perhaps with a zone. A date alone is meant to its end, so it
 * becomes the first moment of the next day. What has no zone is in UTC.
 */
public final class DateReader {
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt](.{1,40}))?");
    private static final Pattern TIME = Pattern.compile("([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(.{0,20})");
    private static final Pattern LOOSE_TIME =
            Pattern.compile("[0-9]{1,2}(?::[0-9]{1,2})*+(?:[.:][0-9]*+)?(?:[aApP][mM]|[hH])?");
    private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}(?::?[0-9]{2})?");
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,5}");

    private DateReader() {}

    public static Instant read(Cursor words) {
        if (!words.more() || words.peek(0).isEmpty()) {
            throw new ProblemException(EndProblems.dateMissing());
        }
        String typed = words.next().text();
        Matcher parts = DATE.matcher(typed);
        if (!parts.matches()) {
            throw new ProblemException(EndProblems.notADate(typed));
        }
        Optional<String> time = Optional.ofNullable(parts.group(2)).or(() -> timeWord(words));
        try {
            return moment(LocalDate.parse(parts.group(1)), time, words);
        } catch (DateTimeException e) {
            throw new ProblemException(EndProblems.notInCalendar(
                    time.map(t -> parts.group(1) + " " + t).orElse(typed)));
        }
    }

    private static Instant moment(LocalDate date, Optional<String> time, Cursor words) {
        if (time.isEmpty()) {
            return date.plusDays(1)
                    .atStartOfDay(zoneWord(words).orElse(ZoneOffset.UTC))
                    .toInstant();
        }
        Matcher parts = TIME.matcher(time.get());
        if (!parts.matches()) {
            throw new ProblemException(EndProblems.notATime(time.get()));
        }
        String said = parts.group(2);
        ZoneId zone = said.isEmpty()
                ? zoneWord(words).orElse(ZoneOffset.UTC)
                : zone(said).orElseThrow(() -> badZone(said));
        return ZonedDateTime.of(date, LocalTime.parse(parts.group(1)), zone).toInstant();
    }

    private static Optional<String> timeWord(Cursor words) {
        Optional<String> next = words.peek(0)
                .filter(word ->
                        LOOSE_TIME.matcher(word).matches() || TIME.matcher(word).matches());
        next.ifPresent(word -> words.next());
        return next;
    }

    private static Optional<ZoneId> zoneWord(Cursor words) {
        Optional<ZoneId> zone = words.peek(0).flatMap(DateReader::zone);
        if (zone.isPresent()) {
            words.next();
        } else {
            // Taken for a role's name, “CET” would end the access at another hour and give it to nobody.
            words.peek(0).filter(w -> ABBREVIATION.matcher(w).matches()).ifPresent(word -> {
                throw badZone(word);
            });
        }
        return zone;
    }

    private static Optional<ZoneId> zone(String typed) {
        return switch (typed.toUpperCase(Locale.ROOT)) {
            case "UTC", "GMT", "Z" -> Optional.of(ZoneOffset.UTC);
            default ->
                OFFSET.matcher(typed).matches()
                        ? Optional.of(ZoneOffset.of(typed))
                        : Optional.of(typed)
                                .filter(t -> t.contains("/")
                                        && ZoneId.getAvailableZoneIds().contains(t))
                                .map(ZoneId::of);
        };
    }

    private static ProblemException badZone(String typed) {
        return new ProblemException(EndProblems.notAZone(typed));
    }
}
