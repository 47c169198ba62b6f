package dev.ecrbot.command.guess;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Days and months as people say them whose sentence is English, but whose calendar isn't: in German, French and Spanish. They
 * are written down here since what Java knows of them isn't in every image.
 */
final class ForeignDates {
    private static final List<List<String>> DAYS = List.of(
            List.of("montag", "lundi", "lunes"),
            List.of("dienstag", "mardi", "martes"),
            List.of("mittwoch", "mercredi", "miércoles", "miercoles"),
            List.of("donnerstag", "jeudi", "jueves"),
            List.of("freitag", "vendredi", "viernes"),
            List.of("samstag", "sonnabend", "samedi", "sábado", "sabado"),
            List.of("sonntag", "dimanche", "domingo"));

    private static final List<List<String>> MONTHS = List.of(
            List.of("januar", "jänner", "janvier", "enero"),
            List.of("februar", "février", "fevrier", "febrero"),
            List.of("märz", "maerz", "mars", "marzo"),
            List.of("avril", "abril"),
            List.of("mai", "mayo"),
            List.of("juni", "juin", "junio"),
            List.of("juli", "juillet", "julio"),
            List.of("août", "aout", "agosto"),
            List.of("septembre", "septiembre"),
            List.of("oktober", "octobre", "octubre"),
            List.of("novembre", "noviembre"),
            List.of("dezember", "décembre", "decembre", "diciembre"));

    private ForeignDates() {}

    /** @param word in small letters */
    static Optional<DayOfWeek> day(String word) {
        return place(DAYS, word).map(DayOfWeek::of);
    }

    /** @param word in small letters */
    static Optional<Month> month(String word) {
        return place(MONTHS, word).map(Month::of);
    }

    private static Optional<Integer> place(List<List<String>> names, String word) {
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i).contains(word))
                .mapToObj(i -> i + 1)
                .findFirst();
    }
}
