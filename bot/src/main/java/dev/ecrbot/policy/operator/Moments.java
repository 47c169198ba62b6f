package dev.ecrbot.policy.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the moments that date conditions compare: the forms of ISO 8601 that W3C lists, or seconds since 1970.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and time formats</a>
 */
public final class Moments {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
            + "(?:T([0-9]{2}:[0-9]{2})(:[0-9]{2}(?:\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{5,13}(?:\\.[0-9]{1,9})?");

    private Moments() {}

    public static Optional<Instant> parse(String text) {
        if (EPOCH.matcher(text).matches()) {
            var seconds = new BigDecimal(text);
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            return Optional.of(Instant.ofEpochSecond(
                    whole.longValueExact(),
                    seconds.subtract(whole).movePointRight(9).longValue()));
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Optional.empty();
        }
        String zone = or(iso, 6, "Z");
        String completed = iso.group(1) + "-" + or(iso, 2, "01") + "-" + or(iso, 3, "01") + "T" + or(iso, 4, "00:00")
                + or(iso, 5, ":00") + (zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone);
        try {
            return Optional.of(OffsetDateTime.parse(completed).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the moment that a date or a number of seconds in a condition stands for, in whatever form it is compared. */
    public static Optional<Instant> compared(String text) {
        Optional<Instant> moment = parse(text.toUpperCase(Locale.ROOT));
        return moment.isPresent() ? moment : Match.figure(text).flatMap(Moments::seconds);
    }

    private static Optional<Instant> seconds(BigDecimal figure) {
        try {
            return Optional.of(
                    Instant.ofEpochSecond(figure.setScale(0, RoundingMode.FLOOR).longValueExact()));
        } catch (ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String or(Matcher matcher, int group, String otherwise) {
        String text = matcher.group(group);
        return text == null ? otherwise : text;
    }
}
