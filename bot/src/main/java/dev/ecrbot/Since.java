package dev.ecrbot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * From where on events are exported.
 *
 * @param after the place of the last event that isn't wanted
 * @param from the first moment that is
 */
record Since(long after, Instant from) {
    static final Since EVER = new Since(0, Instant.MIN);

    /** Reads the place of an event, a moment or a day; empty for anything else. */
    static Optional<Since> parse(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Optional.of(new Since(Long.parseLong(text), Instant.MIN));
        }
        return moment(text).map(from -> new Since(0, from));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean takes(Instant at) {
        return !at.isBefore(from);
    }
}
