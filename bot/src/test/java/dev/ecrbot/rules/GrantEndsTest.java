package dev.ecrbot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrantEndsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:30.5Z");

    @ParameterizedTest
    @CsvSource({
        "PT5M, 2026-11-22T10:26:00Z",
        "PT29M29.5S, 2026-11-22T10:50:00Z",
        "PT30M, 2026-11-22T10:51:00Z",
        "PT23H59M59S, 2026-11-23T10:21:00Z",
        "P1D, 2026-11-23T11:00:00Z",
        "P7D, 2026-11-29T11:00:00Z",
        "P6DT23H39M29.5S, 2026-11-29T10:00:00Z",
        "P6DT23H39M29.500000001S, 2026-11-29T11:00:00Z"
    })
    void isRoundedUpToTheHourIfItIsADayAwayAndElseToTheMinute(Duration asked, Instant end) {
        assertThat(GrantEnds.end(Optional.of(NOW.plus(asked)), NOW, Optional.empty()))
                .isEqualTo(new End.At(end, false));
    }

    @Test
    void comesFromTheRuleWhereNoneIsAskedFor() {
        assertThat(GrantEnds.end(Optional.empty(), NOW, Optional.of(Duration.ofDays(30))))
                .isEqualTo(new End.At(Instant.parse("2026-12-22T11:00:00Z"), true));
        assertThat(GrantEnds.end(Optional.empty(), NOW, Optional.of(Duration.ofHours(2))))
                .isEqualTo(new End.At(Instant.parse("2026-11-22T12:21:00Z"), true));
        assertThat(GrantEnds.end(Optional.empty(), NOW, Optional.empty())).isEqualTo(new End.Never());
    }

    @Test
    void mayBeAsFarAwayAsTheRuleAllowsBeforeItIsRounded() {
        Optional<Duration> week = Optional.of(Duration.ofDays(7));
        Instant last = NOW.plus(Duration.ofDays(7));

        assertThat(GrantEnds.end(Optional.of(last), NOW, week))
                .isEqualTo(new End.At(Instant.parse("2026-11-29T11:00:00Z"), false));
        assertThat(GrantEnds.end(Optional.of(last.plusNanos(1)), NOW, week))
                .isInstanceOfSatisfying(End.Refused.class, end -> {
                    assertThat(end.problem().code()).isEqualTo(Code.DURATION_TOO_LONG);
                    assertThat(end.problem().text()).contains("7d at most", "for 7d");
                });
    }

    @ParameterizedTest
    @CsvSource({"PT90M, 90m", "PT36H, 36h", "P14D, 14d"})
    void namesTheLongestAsPeopleTypeIt(Duration max, String text) {
        assertThat(GrantEnds.end(Optional.of(NOW.plus(Duration.ofDays(99))), NOW, Optional.of(max)))
                .isInstanceOfSatisfying(
                        End.Refused.class,
                        end -> assertThat(end.problem().text()).contains(text + " at most"));
    }

    @Test
    void countsFromTheSecondInWhichItWasTyped() {
        assertThat(GrantEnds.end(
                        Optional.of(Instant.parse("2026-11-23T10:20:30Z")), NOW, Optional.of(Duration.ofDays(1))))
                .as("for 1d")
                .isEqualTo(new End.At(Instant.parse("2026-11-23T11:00:00Z"), false));
        assertThat(GrantEnds.end(Optional.of(Instant.parse("2026-11-22T10:25:30Z")), NOW, Optional.empty()))
                .as("for 5m")
                .isEqualTo(new End.At(Instant.parse("2026-11-22T10:26:00Z"), false));
    }

    @ParameterizedTest
    @CsvSource({"PT1M", "PT2M", "PT4M59S"})
    void isAtLeastFiveMinutesAway(Duration asked) {
        assertThat(GrantEnds.end(Optional.of(NOW.plus(asked)), NOW, Optional.empty()))
                .isInstanceOfSatisfying(End.Refused.class, end -> {
                    assertThat(end.problem().code()).isEqualTo(Code.DURATION_MALFORMED);
                    assertThat(end.problem().text()).contains("less than 5 minutes");
                });
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S", "P-400D"})
    void isNeverNowOrPast(Duration asked) {
        assertThat(GrantEnds.end(Optional.of(NOW.plus(asked)), NOW, Optional.of(Duration.ofDays(1))))
                .isInstanceOfSatisfying(
                        End.Refused.class,
                        end -> assertThat(end.problem().code()).isEqualTo(Code.DURATION_MALFORMED));
    }
}
