package dev.ecrbot.command;

import static dev.ecrbot.command.SillyCommands.GRANT;
import static dev.ecrbot.problem.Code.DURATION_MALFORMED;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is mistyped of durations and dates, the code of the answer, and what it says. */
final class SillyEnds {
    private SillyEnds() {}

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(GRANT + "sales for", DURATION_MALFORMED, "no duration after “for”"),
                arguments(GRANT + "sales for because x", DURATION_MALFORMED, "no duration after “for”"),
                arguments(GRANT + "sales for 0d", DURATION_MALFORMED, "zero"),
                arguments(GRANT + "sales for -7d", DURATION_MALFORMED, "negative"),
                arguments(GRANT + "sales for –7d", DURATION_MALFORMED, "negative"),
                arguments(GRANT + "sales for 1.5d", DURATION_MALFORMED, "Write 36h, not 1.5d"),
                arguments(GRANT + "sales for 1/2 day", DURATION_MALFORMED, "fraction"),
                arguments(GRANT + "sales for 7", DURATION_MALFORMED, "“7” has no unit"),
                arguments(GRANT + "sales for 7 because x", DURATION_MALFORMED, "“7” has no unit"),
                arguments(GRANT + "sales for 7 parsecs", DURATION_MALFORMED, "“parsecs” isn't a unit of time"),
                arguments(GRANT + "sales for 3M", DURATION_MALFORMED, "minutes or months"),
                arguments(GRANT + "sales for 3 months", DURATION_MALFORMED, "not all of one length"),
                arguments(GRANT + "sales for 1y", DURATION_MALFORMED, "until 2026-12-31"),
                arguments(GRANT + "sales for 30s", DURATION_MALFORMED, "Seconds are too short"),
                arguments(GRANT + "sales for 4000d", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for 999999w", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for 99999999999999999999d", DURATION_MALFORMED, "more than 10 years"),
                arguments(GRANT + "sales for ever", DURATION_MALFORMED, "Leave it out"),
                arguments(GRANT + "sales for nightly build", DURATION_MALFORMED, "put “because” before it"),
                arguments(GRANT + "sales for ∞", DURATION_MALFORMED, "isn't a duration"),
                arguments(GRANT + "sales for 7d for 8d", DURATION_MALFORMED, "gave the end twice"),
                arguments(GRANT + "sales for 7d until 2026-12-31", DURATION_MALFORMED, "gave the end twice"),
                arguments(GRANT + "sales until", DURATION_MALFORMED, "no date after “until”"),
                arguments(GRANT + "sales until tomorrow", DURATION_MALFORMED, "“tomorrow” isn't a date"),
                arguments(GRANT + "sales until 31.12.2026", DURATION_MALFORMED, "until 2026-12-31"),
                arguments(GRANT + "sales until 2026-13-45", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-02-30", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-12-31 25:00", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2026-12-31 6pm", DURATION_MALFORMED, "“6pm” isn't a time of day"),
                arguments(GRANT + "sales until 2026-12-31 18:00 CET", DURATION_MALFORMED, "“CET” isn't a time zone"),
                arguments(GRANT + "sales until 2026-12-31T18:00+99:00", DURATION_MALFORMED, "isn't in the calendar"),
                arguments(GRANT + "sales until 2020-01-01", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 2026-05-31", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 2026-06-01 12:00", DURATION_MALFORMED, "in the past"),
                arguments(GRANT + "sales until 9999-12-31", DURATION_MALFORMED, "more than 10 years"));
    }
}
