package dev.ecrbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "45s, PT45S",
        "30m, PT30M",
        "8h, PT8H",
        "7d, P7D",
        "2w, P14D",
        "1h30m, PT1H30M",
        "7days, P7D",
        "2Weeks, P14D",
        "0d, PT0S",
        "999999w, P6999993D"
    })
    void readsWholeNumbersWithUnits(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "30", "m", "30M", "1y", "2months", "500ms", "-5m", "1.5d", "7 days", "1h30", "1000000m"})
    void readsNothingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
