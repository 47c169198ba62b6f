package dev.ecrbot.policy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How the end of a grant is written: in conditions, in Sids, and for people. */
public final class Ends {
    /** The first moment that has a year of more digits than conditions and Sids have room for. */
    public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter SHOWN = of("uuuu-MM-dd HH:mm 'UTC'");
    private static final DateTimeFormatter SHOWN_EXACTLY = of("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final DateTimeFormatter IN_SID = of("yyyyMMdd'T'HHmm'Z'");
    private static final DateTimeFormatter IN_SID_EXACTLY = of("yyyyMMdd'T'HHmmss'Z'");

    private Ends() {}

    /** Returns the end as it can be written: to the second, as IAM reads dates. */
    public static Optional<Instant> whole(Optional<Instant> end) {
        return end.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns the end for people, {@code 2026-11-29 10:00 UTC}; seconds only if there are some. */
    public static String shown(Instant end) {
        return (onTheMinute(end) ? SHOWN : SHOWN_EXACTLY).format(end);
    }

    static String inSid(Instant end) {
        return (onTheMinute(end) ? IN_SID : IN_SID_EXACTLY).format(end);
    }

    static String inCondition(Instant end) {
        return DateTimeFormatter.ISO_INSTANT.format(end);
    }

    private static boolean onTheMinute(Instant end) {
        return end.getEpochSecond() % 60 == 0;
    }

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
