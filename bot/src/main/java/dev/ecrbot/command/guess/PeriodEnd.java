package dev.ecrbot.command.guess;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the end of a month, of the year or of the week: “end of january”, “Ende Monat”, “fin du mois”. */
final class PeriodEnd {
    private static final Set<String> END = Set.of("end", "ende", "fin");
    private static final Set<String> BETWEEN =
            Set.of("of", "the", "this", "des", "der", "dieses", "diesen", "dem", "du", "de", "la", "le", "ce", "el");

    private PeriodEnd() {}

    /** Reads it from the beginning of these words. A week ends on Friday for some and on Sunday for others: both come back. */
    static Optional<LooseDate.Found> read(List<String> words, LocalDate today) {
        String first = words.get(0).toLowerCase(Locale.ROOT);
        Optional<List<LocalDate>> whole = switch (first) {
            case "eom", "monatsende" -> Optional.of(List.of(endOfMonth(today)));
            case "eoy", "jahresende" -> Optional.of(List.of(endOfYear(today)));
            case "eow" -> Optional.of(endsOfWeek(today));
            default -> Optional.empty();
        };
        if (whole.isPresent()) {
            return found(whole.get(), 1);
        }
        int at = 1;
        while (END.contains(first)
                && at < words.size()
                && BETWEEN.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        return END.contains(first) && at < words.size()
                ? found(period(words.get(at).toLowerCase(Locale.ROOT), today), at + 1)
                : Optional.empty();
    }

    private static Optional<LooseDate.Found> found(List<LocalDate> days, int words) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new LooseDate.Found(
                        days.stream().map(LocalDate::toString).distinct().toList(), words));
    }

    private static List<LocalDate> period(String name, LocalDate today) {
        return switch (name) {
            case "month", "monats", "monat", "mois" -> List.of(endOfMonth(today));
            case "year", "jahres", "jahr", "année", "l'année", "año" -> List.of(endOfYear(today));
            case "week", "woche", "semaine", "semana" -> endsOfWeek(today);
            default ->
                LooseDate.month(name)
                        .map(month -> {
                            LocalDate end = endOfMonth(LocalDate.of(today.getYear(), month, 1));
                            return List.of(end.isBefore(today) ? endOfMonth(end.plusYears(1)) : end);
                        })
                        .orElse(List.of());
        };
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static LocalDate endOfYear(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfYear());
    }

    private static List<LocalDate> endsOfWeek(LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        LocalDate friday = sunday.minusDays(2);
        return friday.isBefore(today) ? List.of(sunday) : List.of(friday, sunday);
    }
}
