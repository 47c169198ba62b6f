package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Until;
import dev.ecrbot.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long something is to last, as people say it. A month is taken for 30 days and a year for 365, which is shown
 * before it counts.
 */
final class LooseDuration {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern LONG = Pattern.compile("([0-9]{1,3})(mo|mon|months?|y|yr|yrs|years?)");
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Set<String> ONE = Set.of("a", "an", "ein", "eine", "einen", "un", "une", "una", "another");

    private LooseDuration() {}

    /**
     * What was read.
     *
     * @param words how many words it took
     */
    record Found(Duration duration, int words) {
        /** Returns the words of a command that say it. */
        String text() {
            return new Until.In(duration).text();
        }
    }

    /** Returns whether a word in small letters is a number, or a unit of time. */
    static boolean counts(String word) {
        return number(word).isPresent() || unit(word).isPresent();
    }

    /** Reads it from the beginning of these words. */
    static Optional<Found> read(List<String> words) {
        Optional<Found> first = piece(words);
        // “1h 30m” is one duration, “7d 14d” is two.
        Optional<Found> next = first.flatMap(found -> read(words.subList(found.words(), words.size()))
                .filter(more -> unit(lastUnit(words, found))
                        .filter(unit -> more.duration().compareTo(unit) < 0)
                        .isPresent()));
        return next.isEmpty()
                ? first
                : first.map(found -> new Found(
                        found.duration().plus(next.get().duration()),
                        found.words() + next.get().words()));
    }

    private static String lastUnit(List<String> words, Found found) {
        return found.words() == 2 ? words.get(1) : words.get(0).replaceAll(".*[0-9]", "");
    }

    private static Optional<Found> piece(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.get(0);
        Optional<Found> alone = DurationText.parse(first)
                .or(() -> months(first))
                .filter(LooseDuration::sayable)
                .map(duration -> new Found(duration, 1));
        return alone.isPresent() || words.size() == 1
                ? alone
                : number(first)
                        .flatMap(number -> unit(words.get(1)).map(unit -> unit.multipliedBy(number)))
                        .filter(LooseDuration::sayable)
                        .map(duration -> new Found(duration, 2));
    }

    private static Optional<Integer> number(String word) {
        if (ONE.contains(word)) {
            return Optional.of(1);
        }
        int spelled = WORDS.indexOf(word);
        return spelled >= 0
                ? Optional.of(spelled)
                : Optional.of(word).filter(w -> NUMBER.matcher(w).matches()).map(Integer::parseInt);
    }

    private static Optional<Duration> months(String word) {
        Matcher matcher = LONG.matcher(word);
        return matcher.matches()
                ? unit(matcher.group(2)).map(unit -> unit.multipliedBy(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<Duration> unit(String word) {
        return switch (word) {
            case "mo", "mon", "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses" ->
                Optional.of(Duration.ofDays(30));
            case "y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren", "ans", "année", "año", "años" ->
                Optional.of(Duration.ofDays(365));
            case "woche", "wochen", "semaine", "semaines", "semana", "semanas" -> Optional.of(Duration.ofDays(7));
            case "tag", "tage", "tagen", "jour", "jours", "día", "días", "dia", "dias" ->
                Optional.of(Duration.ofDays(1));
            case "stunde", "stunden", "heure", "heures", "hora", "horas" -> Optional.of(Duration.ofHours(1));
            case "fortnight", "fortnights" -> Optional.of(Duration.ofDays(14));
            default -> DurationText.unit(word);
        };
    }

    private static boolean sayable(Duration duration) {
        return !duration.isZero() && duration.equals(Duration.ofMinutes(duration.toMinutes()));
    }
}
