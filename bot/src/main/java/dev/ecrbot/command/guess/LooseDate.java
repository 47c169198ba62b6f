package dev.ecrbot.command.guess;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the date that something is to end at, as people say it. What can be two dates comes back as both. */
final class LooseDate {
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t.{1,40})?");
    private static final Pattern GERMAN = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.((?:[0-9]{2}){1,2})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.?");
    private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})(?:/((?:[0-9]{2}){1,2}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(20[0-9]{2})[/.]([0-9]{1,2})[/.]([0-9]{1,2})");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}.{0,20}");
    private static final Pattern ZONE = Pattern.compile("utc|gmt|z|[+-][0-9]{2}(?::?[0-9]{2})?");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th|\\.)?");
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private LooseDate() {}

    /**
     * What was read.
     *
     * @param dates what each command would say behind {@code until}
     * @param words how many words it took
     */
    record Found(List<String> dates, int words) {}

    /** Reads it from the beginning of these words. */
    static Optional<Found> read(List<String> words, LocalDate today) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.get(0).toLowerCase(Locale.ROOT);
        if (ISO.matcher(first).matches()) {
            int length = lengthOfExact(words);
            return Optional.of(new Found(List.of(String.join(" ", words.subList(0, length))), length));
        }
        return one(first, today)
                .or(() -> weekday(first, today))
                .or(() -> named(words, today))
                .or(() -> PeriodEnd.read(words, today));
    }

    /** Returns whether a word is a date with its year, which is nothing else even where no “until” stands before it. */
    static boolean isWhole(String word) {
        Matcher slashed = SLASHED.matcher(word);
        return ISO.matcher(word).matches()
                || GERMAN.matcher(word).matches()
                || YEAR_FIRST.matcher(word).matches()
                || (slashed.matches() && slashed.group(3) != null);
    }

    private static int lengthOfExact(List<String> words) {
        int at = 1;
        if (at < words.size() && TIME.matcher(words.get(at)).matches()) {
            at++;
        }
        if (at < words.size() && isZone(words.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isZone(String word) {
        return ZONE.matcher(word.toLowerCase(Locale.ROOT)).matches()
                || (word.contains("/") && ZoneId.getAvailableZoneIds().contains(word));
    }

    private static Optional<Found> one(String word, LocalDate today) {
        Matcher german = GERMAN.matcher(word);
        if (german.matches()) {
            return date(year(german, 3), number(german, 2), number(german, 1))
                    .map(date -> new Found(List.of(date.toString()), 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(word);
        if (yearFirst.matches()) {
            return date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3))
                    .map(date -> new Found(List.of(date.toString()), 1));
        }
        Matcher slashed = SLASHED.matcher(word);
        if (slashed.matches()) {
            return slashed(slashed, today);
        }
        Matcher brief = WITHOUT_YEAR.matcher(word);
        if (brief.matches()) {
            return next(number(brief, 2), number(brief, 1), today).map(date -> new Found(List.of(date.toString()), 1));
        }
        return switch (word) {
            case "today", "tonight" -> Optional.of(new Found(List.of(today.toString()), 1));
            case "tomorrow", "tmrw", "tmr", "morgen", "demain", "mañana" ->
                Optional.of(new Found(List.of(today.plusDays(1).toString()), 1));
            default -> Optional.empty();
        };
    }

    /** Some write the month first, others the day: where both can be, both are meant. */
    private static Optional<Found> slashed(Matcher parts, LocalDate today) {
        int one = number(parts, 1);
        int other = number(parts, 2);
        List<String> dates = Stream.of(dated(parts, one, other, today), dated(parts, other, one, today))
                .flatMap(Optional::stream)
                .map(LocalDate::toString)
                .distinct()
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(new Found(dates, 1));
    }

    private static Optional<LocalDate> dated(Matcher parts, int month, int day, LocalDate today) {
        return parts.group(3) == null ? next(month, day, today) : date(year(parts, 3), month, day);
    }

    /** Returns the next such day. */
    private static Optional<LocalDate> next(int month, int day, LocalDate today) {
        return date(today.getYear(), month, day).map(date -> date.isBefore(today) ? date.plusYears(1) : date);
    }

    /** “27” is 2027: nobody asks for access until a year that is over. */
    private static int year(Matcher matcher, int group) {
        int year = number(matcher, group);
        return year < 100 ? 2_000 + year : year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The day that it is today can be meant as this one or as that in a week. */
    private static Optional<Found> weekday(String word, LocalDate today) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names(day.name(), word))
                .findFirst()
                .or(() -> ForeignDates.day(word))
                .map(day -> {
                    LocalDate next = today.with(TemporalAdjusters.next(day));
                    return new Found(
                            today.getDayOfWeek() == day
                                    ? List.of(today.toString(), next.toString())
                                    : List.of(next.toString()),
                            1);
                });
    }

    private static boolean names(String full, String word) {
        String lower = full.toLowerCase(Locale.ROOT);
        return lower.equals(word) || (word.length() == 3 && lower.startsWith(word));
    }

    /** {@code 31 december 2026} or {@code december 31}; without a year, the next such day. */
    private static Optional<Found> named(List<String> words, LocalDate today) {
        if (words.size() < 2) {
            return Optional.empty();
        }
        if (words.size() > 2 && words.get(1).equalsIgnoreCase("of")) {
            var plain = new ArrayList<>(words);
            plain.remove(1);
            return named(plain, today).map(found -> new Found(found.dates(), found.words() + 1));
        }
        Optional<Integer> month = month(words.get(0)).or(() -> month(words.get(1)));
        Optional<Integer> day = day(words.get(0)).or(() -> day(words.get(1)));
        if (month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        boolean year = words.size() > 2 && YEAR.matcher(words.get(2)).matches();
        Optional<LocalDate> meant = year
                ? date(Integer.parseInt(words.get(2)), month.get(), day.get())
                : next(month.get(), day.get(), today);
        return meant.map(date -> new Found(List.of(date.toString()), year ? 3 : 2));
    }

    static Optional<Integer> month(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> names(month.name(), word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> ForeignDates.month(word.toLowerCase(Locale.ROOT)))
                .map(Month::getValue);
    }

    private static Optional<Integer> day(String word) {
        Matcher matcher = DAY.matcher(word);
        return matcher.matches() ? Optional.of(number(matcher, 1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
