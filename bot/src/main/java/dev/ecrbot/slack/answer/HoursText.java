package dev.ecrbot.slack.answer;

import dev.ecrbot.time.Hours;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says when hours are. */
final class HoursText {
    private HoursText() {}

    /** Returns it as a part of a sentence: on Mon, Tue, 08:00 to 18:00 (Europe/Berlin). */
    static String of(Hours hours) {
        String days = new TreeSet<>(hours.days())
                .stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
        String to = hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to().toString();
        return "on " + days + ", " + hours.from() + " to " + to + " (" + hours.zone() + ")";
    }
}
